import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { ApprovalTabs } from './approval-tabs';
import { type ApprovalRow, useApprovals } from './queries';
import { approvalFilterKinds } from './search';
import { ApprovalStateTag, approvalStates, LevelTag } from './states';

function useColumns(): Column<ApprovalRow>[] {
  const { t } = useTranslation('approvals');
  return useMemo(
    () => [
      {
        id: 'label',
        title: t('inbox.label'),
        width: 230,
        pinned: true,
        heading: true,
        render: ({ id, label, subject_name, level }) => (
          <>
            <AppLink href={`/approvals/${id}`}>{label}</AppLink>{' '}
            <span className="zd-muted">{subject_name}</span> <LevelTag level={level} />
          </>
        ),
      },
      {
        id: 'state',
        title: t('inbox.state'),
        width: 100,
        render: ({ state }) => <ApprovalStateTag state={state} />,
      },
      {
        id: 'requested_by',
        title: t('inbox.requestedBy'),
        width: 100,
        render: ({ requested_by }) => <RefText value={requested_by} />,
      },
      { id: 'flow', title: t('list.flow'), width: 160, render: ({ flow_name }) => flow_name },
      {
        id: 'started_at',
        title: t('list.startedAt'),
        width: 140,
        render: ({ started_at }) => <TimeText value={started_at} />,
      },
      {
        id: 'ended_at',
        title: t('list.endedAt'),
        width: 140,
        render: ({ ended_at }) => <TimeText value={ended_at} />,
      },
      {
        id: 'reason',
        title: t('list.reason'),
        width: 200,
        grow: true,
        render: ({ reason }) => <PlainText value={reason} />,
      },
    ],
    [t],
  );
}

/** One's own requests, at one click. */
function MineButton({ state }: { state: ListState }) {
  const { t } = useTranslation('approvals');
  const me = useMe();
  const isMine = me.data !== undefined && state.search.requested_by === me.data.id;
  return (
    <Button
      aria-pressed={isMine}
      type={isMine ? 'primary' : 'default'}
      disabled={!me.data}
      onClick={() => state.setFilters({ requested_by: isMine ? undefined : me.data?.id })}
    >
      {t('list.mine')}
    </Button>
  );
}

/** Every approval of the records that one may see. */
export function ApprovalListPage() {
  const { t } = useTranslation('approvals');
  const router = useRouter();
  const state = useListState(approvalFilterKinds);
  const approvals = useApprovals(state.query);
  const columns = useColumns();
  const filters: Filters = {
    state: {
      kind: 'choice',
      label: t('inbox.state'),
      options: approvalStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    requested_by: { kind: 'person', label: t('inbox.requestedBy') },
  };
  return (
    <div className="zd-page">
      <h1>{t('inbox.records')}</h1>
      <ApprovalTabs current="records" />
      <DataTable
        list="approvals"
        label={t('inbox.records')}
        columns={columns}
        query={approvals}
        state={state}
        openRow={({ id }) => router.history.push(`/approvals/${id}`)}
        firstUse={{ title: t('list.none'), hint: t('list.noneHint') }}
        controls={() => (
          <>
            <MineButton state={state} />
            <FilterBar filters={filters} state={state} />
          </>
        )}
      />
    </div>
  );
}
