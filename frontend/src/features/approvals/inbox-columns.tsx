import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { RefText, TimeText } from '@/shared/ui/values/values';
import { useTelling } from './content';
import type { InboxTask } from './queries';
import { LevelTag, OnBehalfTag, OverdueTag, TaskStateTag } from './states';
import './approvals.css';

/** What it is about, by kind and number: the way to the approval. */
export function TaskName({ task }: { task: Pick<InboxTask, 'approval'> }) {
  const { id, subject_name, label, level } = task.approval;
  return (
    <span className="zd-approval-name">
      <AppLink href={`/approvals/${id}`}>{label}</AppLink> <span className="zd-muted">{subject_name}</span>{' '}
      <LevelTag level={level} />
    </span>
  );
}

/** The state is the same for all, unless one asks for other tasks than the open ones. */
export function useInboxColumns(ofManyStates: boolean): Column<InboxTask>[] {
  const { t } = useTranslation('approvals');
  const tell = useTelling();
  return useMemo(
    () => [
      {
        id: 'label',
        title: t('inbox.label'),
        width: 210,
        pinned: true,
        heading: true,
        render: (task) => <TaskName task={task} />,
      },
      {
        id: 'asked',
        title: t('inbox.asked'),
        width: 220,
        grow: true,
        render: ({ approval, content }) => tell(approval.subject_kind, content),
      },
      {
        id: 'step',
        title: t('inbox.step'),
        width: 150,
        render: (task) => (
          <>
            {task.step_name} <OnBehalfTag task={task} />
          </>
        ),
      },
      {
        id: 'requested_by',
        title: t('inbox.requestedBy'),
        width: 80,
        render: ({ approval }) => <RefText value={approval.requested_by} />,
      },
      {
        id: 'due_at',
        title: t('inbox.dueAt'),
        width: 180,
        render: ({ due_at, overdue }) => (
          <>
            <TimeText value={due_at} /> <OverdueTag overdue={overdue} />
          </>
        ),
      },
      {
        id: 'opened_at',
        title: t('inbox.openedAt'),
        width: 140,
        render: ({ opened_at }) => <TimeText value={opened_at} />,
      },
      {
        id: 'state',
        title: t('inbox.state'),
        width: 100,
        hidden: !ofManyStates,
        render: ({ state }) => <TaskStateTag state={state} />,
      },
    ],
    [t, tell, ofManyStates],
  );
}
