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
import { RefText, TimeText } from '@/shared/ui/values/values';
import { monthOptions } from './months';
import { type ReportRow, useReports } from './queries';
import { ReportTabs } from './report-tabs';
import { reportFilterKinds } from './search';
import { LateTag, StateTag, states } from './standing';

function useColumns(): Column<ReportRow>[] {
  const { t } = useTranslation('information-reports');
  return useMemo(
    () => [
      {
        id: 'number',
        title: t('number'),
        width: 150,
        heading: true,
        pinned: true,
        render: ({ id, number }) => (
          <AppLink href={`/client-information-reports/${id}`} className="zd-mono">
            {number}
          </AppLink>
        ),
      },
      { id: 'period', title: t('period'), width: 90, render: ({ period }) => period },
      { id: 'person', title: t('person'), width: 90, render: (row) => <RefText value={row.person} /> },
      {
        id: 'department',
        title: t('department'),
        width: 110,
        grow: true,
        render: (row) => <RefText value={row.department} />,
      },
      { id: 'state', title: t('state'), width: 96, render: (row) => <StateTag state={row.state} /> },
      { id: 'late', title: t('timeliness'), width: 90, render: (row) => <LateTag late={row.late} /> },
      { id: 'clients', title: t('clients'), width: 90, render: ({ clients }) => clients },
      {
        id: 'submitted_at',
        title: t('submittedAt'),
        width: 140,
        render: (row) => <TimeText value={row.submitted_at} />,
      },
      { id: 'due_at', title: t('dueAt'), width: 140, render: (row) => <TimeText value={row.due_at} /> },
    ],
    [t],
  );
}

/** The two questions that are asked most. */
function Shortcuts({ state }: { state: ListState }) {
  const { t } = useTranslation('information-reports');
  const me = useMe();
  return (
    <>
      <FilterShortcut state={state} name="person_id" value={me.data?.id} label={t('mine')} />
      <FilterShortcut state={state} name="late" value label={t('late')} />
    </>
  );
}

/** What salespeople told customer service of each month, and how punctually (A-CIR-01, A-CIR-03). */
export function ReportListPage() {
  const { t } = useTranslation('information-reports');
  const can = useCan();
  const router = useRouter();
  const state = useListState(reportFilterKinds);
  const reports = useReports(state.query);
  const columns = useColumns();
  const filters: Filters = {
    period: { kind: 'one-of', label: t('period'), options: monthOptions() },
    state: {
      kind: 'choice',
      label: t('state'),
      options: states.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    person_id: { kind: 'person', label: t('person') },
    late: { kind: 'yes-no', label: t('late') },
  };
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        {can('client-report.submit') ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => router.history.push('/client-information-reports/new')}
          >
            {t('begin')}
          </Button>
        ) : null}
      </div>
      <ReportTabs current="reports" />
      <DataTable
        list="client-information-reports"
        label={t('title')}
        columns={columns}
        query={reports}
        state={state}
        openRow={({ id }) => router.history.push(`/client-information-reports/${id}`)}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
        controls={() => (
          <>
            <Shortcuts state={state} />
            <FilterBar filters={filters} state={state} />
          </>
        )}
      />
    </div>
  );
}
