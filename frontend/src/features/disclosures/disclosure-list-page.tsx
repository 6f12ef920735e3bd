import { PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useMe } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { FilterShortcut } from '@/shared/ui/data-table/filter-shortcut';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { DateText, RefText, TimeText } from '@/shared/ui/values/values';
import { type DisclosureRow, useDisclosures, useFile } from './queries';
import { disclosureFilterKinds } from './search';
import { RecipientText, SectionsText, StateTag } from './standing';
import { grounds, recipientKinds, states } from './words';

const hrefOf = (id: string) => `/client-disclosures/${id}`;

function useColumns(): Column<DisclosureRow>[] {
  const { t } = useTranslation('disclosures');
  return useMemo(
    () => [
      {
        id: 'number',
        title: t('number'),
        width: 150,
        heading: true,
        pinned: true,
        render: ({ id, number }) => (
          <AppLink href={hrefOf(id)} className="zd-mono">
            {number}
          </AppLink>
        ),
      },
      { id: 'state', title: t('state'), width: 80, render: (row) => <StateTag state={row.state} /> },
      {
        id: 'recipient',
        title: t('recipient'),
        width: 160,
        grow: true,
        render: (row) => <RecipientText {...row} />,
      },
      {
        id: 'recipient_kind',
        title: t('recipientKind'),
        width: 105,
        render: ({ recipient_kind }) => t(`kinds.${recipient_kind}`),
      },
      { id: 'ground', title: t('ground'), width: 85, render: ({ ground }) => t(`grounds.${ground}`) },
      {
        id: 'sections',
        title: t('sections'),
        width: 125,
        render: ({ sections }) => <SectionsText sections={sections} />,
      },
      {
        id: 'requested_by',
        title: t('requestedBy'),
        width: 80,
        render: (row) => <RefText value={row.requested_by} />,
      },
      {
        id: 'requested_at',
        title: t('requestedAt'),
        width: 130,
        render: (row) => <TimeText value={row.requested_at} />,
      },
      {
        id: 'provided_on',
        title: t('providedOn'),
        width: 105,
        render: (row) => <DateText value={row.provided_on} />,
      },
    ],
    [t],
  );
}

function useFilters(clientId: string | undefined): Filters {
  const { t } = useTranslation('disclosures');
  const client = useFile(clientId);
  const file = client.data ? [{ value: client.data.id, label: client.data.name }] : [];
  return {
    state: {
      kind: 'choice',
      label: t('state'),
      options: states.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    ground: {
      kind: 'choice',
      label: t('ground'),
      options: grounds.map((value) => ({ value, label: t(`grounds.${value}`) })),
    },
    recipient_kind: {
      kind: 'choice',
      label: t('recipientKind'),
      options: recipientKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    requested_by: { kind: 'person', label: t('requestedBy') },
    from: { kind: 'date', label: t('from') },
    to: { kind: 'date', label: t('to') },
    client_id: { kind: 'one-of', label: t('files'), options: file },
  };
}

function Shortcuts({ state }: { state: ListState }) {
  const { t } = useTranslation('disclosures');
  const me = useMe();
  return <FilterShortcut state={state} name="requested_by" value={me.data?.id} label={t('mine')} />;
}

/** What was provided to whom outside the company, and what is asked for (B-SEC-07). */
export function DisclosureListPage() {
  const { t } = useTranslation('disclosures');
  const can = useCan();
  const router = useRouter();
  const state = useListState(disclosureFilterKinds);
  const disclosures = useDisclosures(state.query);
  const columns = useColumns();
  const { client_id } = state.search as { client_id?: string };
  const filters = useFilters(client_id);
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        {can('client-disclosure.request') ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => router.history.push('/client-disclosures/new')}
          >
            {t('begin')}
          </Button>
        ) : null}
      </div>
      <DataTable
        list="client-disclosures"
        label={t('title')}
        columns={columns}
        query={disclosures}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
        controls={() => (
          <>
            <Shortcuts state={state} />
            <FilterBar filters={filters} state={state} searchLabel={t('search')} />
          </>
        )}
      />
    </div>
  );
}
