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
import { useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { type DestructionRow, useDestructions } from './queries';
import { destructionFilterKinds } from './search';
import { StateTag } from './standing';
import { grounds, states } from './words';

const hrefOf = (id: string) => `/client-destructions/${id}`;

function useColumns(): Column<DestructionRow>[] {
  const { t } = useTranslation('destructions');
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
      { id: 'state', title: t('state'), width: 90, render: (row) => <StateTag state={row.state} /> },
      {
        id: 'client',
        title: t('fileNumber'),
        width: 150,
        render: ({ client }) => <span className="zd-mono">{client.number}</span>,
      },
      {
        id: 'client_name',
        title: t('fileName'),
        width: 150,
        grow: true,
        render: ({ client_name }) => <PlainText value={client_name} />,
      },
      { id: 'ground', title: t('ground'), width: 140, render: ({ ground }) => t(`grounds.${ground}`) },
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
        id: 'settled_at',
        title: t('settledAt'),
        width: 130,
        render: (row) => <TimeText value={row.settled_at} />,
      },
    ],
    [t],
  );
}

/** A destroyed file has no name any more: the files in view are told apart by their numbers. */
function filesOf(rows: readonly DestructionRow[]) {
  const numbers = new Map(rows.map(({ client }) => [client.id, client.number]));
  return [...numbers].map(([value, label]) => ({ value, label }));
}

/** The register of what is to be destroyed and what was (A-BOR-06). */
export function DestructionListPage() {
  const { t } = useTranslation('destructions');
  const can = useCan();
  const me = useMe();
  const router = useRouter();
  const state = useListState(destructionFilterKinds);
  const destructions = useDestructions(state.query);
  const columns = useColumns();
  const filters: Filters = {
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
    requested_by: { kind: 'person', label: t('requestedBy') },
    client_id: { kind: 'one-of', label: t('file'), options: filesOf(destructions.data?.items ?? []) },
  };
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        {can('client-destruction.propose') ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => router.history.push('/client-destructions/new')}
          >
            {t('begin')}
          </Button>
        ) : null}
      </div>
      <DataTable
        list="client-destructions"
        label={t('title')}
        columns={columns}
        query={destructions}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
        controls={() => (
          <>
            <FilterShortcut state={state} name="requested_by" value={me.data?.id} label={t('mine')} />
            <FilterBar filters={filters} state={state} />
          </>
        )}
      />
    </div>
  );
}
