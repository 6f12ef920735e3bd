import { PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useMe } from '@/features/session/public';
import { today } from '@/shared/format/date';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { FilterShortcut } from '@/shared/ui/data-table/filter-shortcut';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { DateText, RefText, TimeText } from '@/shared/ui/values/values';
import { type LoanRow, useLoans } from './queries';
import { loanFilterKinds } from './search';
import { StateTag } from './standing';
import { kinds, states } from './words';

function useColumns(): Column<LoanRow>[] {
  const { t } = useTranslation('loans');
  return useMemo(
    () => [
      {
        id: 'number',
        title: t('number'),
        width: 150,
        heading: true,
        pinned: true,
        render: ({ id, number }) => (
          <AppLink href={`/client-loans/${id}`} className="zd-mono">
            {number}
          </AppLink>
        ),
      },
      { id: 'kind', title: t('kind'), width: 105, render: ({ kind }) => t(`kinds.${kind}`) },
      {
        id: 'state',
        title: t('state'),
        width: 124,
        render: (row) => <StateTag state={row.state} />,
      },
      {
        id: 'wanted',
        title: t('wanted'),
        width: 166,
        grow: true,
        render: ({ wanted }) => wanted.split('\n')[0],
      },
      {
        id: 'requested_by',
        title: t('requestedBy'),
        width: 80,
        render: (row) => <RefText value={row.requested_by} />,
      },
      {
        id: 'department',
        title: t('department'),
        width: 100,
        render: (row) => <RefText value={row.department} />,
      },
      {
        id: 'due_on',
        title: t('dueOn'),
        width: 165,
        render: ({ due_on, state }) => <DateText value={due_on} due={state === 'HANDED_OUT'} />,
      },
      {
        id: 'requested_at',
        title: t('requestedAt'),
        width: 130,
        render: (row) => <TimeText value={row.requested_at} />,
      },
    ],
    [t],
  );
}

/** The two questions that are asked most. */
function Shortcuts({ state }: { state: ListState }) {
  const { t } = useTranslation('loans');
  const me = useMe();
  return (
    <>
      <FilterShortcut state={state} name="requested_by" value={me.data?.id} label={t('mine')} />
      <FilterShortcut state={state} name="due_before" value={today()} label={t('late')} />
    </>
  );
}

/** Who asked for client archives, and where each request stands (A-BOR-01, A-BOR-03). */
export function LoanListPage() {
  const { t } = useTranslation('loans');
  const can = useCan();
  const router = useRouter();
  const state = useListState(loanFilterKinds);
  const loans = useLoans(state.query);
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
    requested_by: { kind: 'person', label: t('requestedBy') },
    due_before: { kind: 'date', label: t('dueBefore') },
  };
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        {can('client-loan.request') ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => router.history.push('/client-loans/new')}
          >
            {t('begin')}
          </Button>
        ) : null}
      </div>
      <DataTable
        list="client-loans"
        label={t('title')}
        columns={columns}
        query={loans}
        state={state}
        openRow={({ id }) => router.history.push(`/client-loans/${id}`)}
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
