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
import { DateText, RefText, TimeText } from '@/shared/ui/values/values';
import { type IncidentRow, useIncidents } from './queries';
import { incidentFilterKinds } from './search';
import { StateTag } from './standing';
import { kinds, states } from './words';

function useColumns(): Column<IncidentRow>[] {
  const { t } = useTranslation(['incidents', 'common']);
  return useMemo(() => {
    const joined = (names: string[]) => [...new Set(names)].join(t('common:value.separator'));
    return [
      {
        id: 'number',
        title: t('number'),
        width: 150,
        heading: true,
        pinned: true,
        render: ({ id, number }) => (
          <AppLink href={`/client-incidents/${id}`} className="zd-mono">
            {number}
          </AppLink>
        ),
      },
      { id: 'kind', title: t('kind'), width: 112, render: ({ kind }) => t(`kinds.${kind}`) },
      { id: 'state', title: t('state'), width: 92, render: (row) => <StateTag state={row.state} /> },
      {
        id: 'parties',
        title: t('parties'),
        width: 110,
        grow: true,
        render: ({ named }) => joined(named.map(({ person }) => person.name)),
      },
      {
        id: 'superiors',
        title: t('superior'),
        width: 96,
        grow: true,
        render: ({ named }) => joined(named.map(({ superior }) => superior.name)),
      },
      {
        id: 'department',
        title: t('department'),
        width: 100,
        render: (row) => <RefText value={row.department} />,
      },
      {
        id: 'occurred_on',
        title: t('occurredOn'),
        width: 104,
        render: (row) => <DateText value={row.occurred_on} />,
      },
      {
        id: 'reported_by',
        title: t('reportedBy'),
        width: 80,
        render: (row) => <RefText value={row.reported_by} />,
      },
      {
        id: 'reported_at',
        title: t('reportedAt'),
        width: 130,
        render: (row) => <TimeText value={row.reported_at} />,
      },
    ];
  }, [t]);
}

/** Breach, loss and leak: who is concerned, who stands above them, and how far it has come (A-BOR-05). */
export function IncidentListPage() {
  const { t } = useTranslation('incidents');
  const can = useCan();
  const me = useMe();
  const router = useRouter();
  const state = useListState(incidentFilterKinds);
  const incidents = useIncidents(state.query);
  const columns = useColumns();
  const filters: Filters = {
    state: {
      kind: 'choice',
      label: t('state'),
      options: states.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    kind: {
      kind: 'choice',
      label: t('kind'),
      options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    person_id: { kind: 'person', label: t('party') },
    occurred_from: { kind: 'date', label: t('occurredFrom') },
    occurred_to: { kind: 'date', label: t('occurredTo') },
  };
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        {can('client-incident.report') ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => router.history.push('/client-incidents/new')}
          >
            {t('begin')}
          </Button>
        ) : null}
      </div>
      <DataTable
        list="client-incidents"
        label={t('title')}
        columns={columns}
        query={incidents}
        state={state}
        openRow={({ id }) => router.history.push(`/client-incidents/${id}`)}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
        controls={() => (
          <>
            <FilterShortcut state={state} name="person_id" value={me.data?.id} label={t('mine')} />
            <FilterBar filters={filters} state={state} />
          </>
        )}
      />
    </div>
  );
}
