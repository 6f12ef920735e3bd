import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { rememberListing } from '@/shared/ui/data-table/neighbours';
import type { Selection } from '@/shared/ui/data-table/selection';
import { ApprovalTabs } from './approval-tabs';
import { BulkDialog } from './bulk-dialog';
import { useInboxColumns } from './inbox-columns';
import { allTasks, type Decision, type InboxTask, useInbox } from './queries';
import { inboxFilterKinds } from './search';
import { taskStates } from './states';

type Bulk = { decision: Decision; tasks: () => Promise<InboxTask[]> };

const none: InboxTask[] = [];

/** The rows that were on show, by id: a selection may reach over several pages. */
function useSeen(rows: readonly InboxTask[]) {
  const seen = useRef(new Map<string, InboxTask>());
  useEffect(() => {
    for (const row of rows) seen.current.set(row.id, row);
    // From an approval one goes on to the next one that waits.
    if (rows.length > 0) rememberListing('approvals', [...new Set(rows.map(({ approval }) => approval.id))]);
  }, [rows]);
  return async (selection: Selection): Promise<InboxTask[]> => {
    if (selection.kind === 'ALL_MATCHING') return allTasks(selection.query);
    return selection.ids.flatMap((id) => seen.current.get(id) ?? []);
  };
}

/** What waits for one's own decision, and for those who lent one the right. */
export function InboxPage() {
  const { t } = useTranslation('approvals');
  const can = useCan();
  const router = useRouter();
  const state = useListState(inboxFilterKinds);
  const inbox = useInbox(state.query);
  const columns = useInboxColumns(state.search.state !== undefined);
  const chosen = useSeen(inbox.data?.items ?? none);
  const [bulk, setBulk] = useState<Bulk | null>(null);
  const [round, setRound] = useState(0);
  const close = (isDecided: boolean) => {
    setBulk(null);
    // What was decided is out of the list: the next selection begins with nothing.
    if (isDecided) setRound(round + 1);
  };
  const filters: Filters = {
    state: {
      kind: 'choice',
      label: t('inbox.state'),
      options: taskStates.map((value) => ({ value, label: t(`task.${value}`) })),
    },
    overdue: { kind: 'yes-no', label: t('inbox.overdue') },
  };
  const begin = (decision: Decision) => ({
    id: decision,
    label: t(`bulk.${decision}`),
    danger: decision === 'REJECT',
    run: (selection: Selection) => setBulk({ decision, tasks: () => chosen(selection) }),
  });
  return (
    <div className="zd-page">
      <h1>{t('inbox.title')}</h1>
      <ApprovalTabs current="inbox" />
      <DataTable
        key={round}
        list="approval-tasks"
        label={t('inbox.title')}
        columns={columns}
        query={inbox}
        state={state}
        openRow={({ approval }) => router.history.push(`/approvals/${approval.id}`)}
        bulkActions={can('approval.decide') ? [begin('APPROVE'), begin('REJECT')] : undefined}
        firstUse={{ title: t('inbox.none'), hint: t('inbox.noneHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
      {bulk ? <BulkDialog {...bulk} onClose={close} /> : null}
    </div>
  );
}
