import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { RuleIds } from '@/shared/ui/feedback/rule-ids';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import type { ObligationRow } from './queries';
import { StateTag } from './states';
import { Who } from './who';

/** Whose it is goes without saying where all of them are one's own; when it ended, where they are open. */
export function useObligationColumns(isMine: boolean, isOpen: boolean): Column<ObligationRow>[] {
  const { t } = useTranslation('obligations');
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('what'),
        width: 160,
        heading: true,
        pinned: true,
        render: ({ id, name }) => <AppLink href={`/obligations/${id}`}>{name}</AppLink>,
      },
      {
        id: 'subject',
        title: t('record'),
        width: 190,
        grow: true,
        render: ({ subject_kind, subject }) => (
          <RecordLink type={subject_kind} id={subject.id}>
            {subject.name}
          </RecordLink>
        ),
      },
      {
        id: 'due_at',
        title: t('dueAt'),
        width: 180,
        sort: 'due_at',
        render: ({ due_on, state }) => <DateText value={due_on} due={state === 'OPEN'} />,
      },
      { id: 'state', title: t('state'), width: 96, render: (row) => <StateTag row={row} /> },
      { id: 'who', title: t('who'), width: isMine ? 130 : 150, render: (row) => <Who row={row} /> },
      {
        id: 'department',
        title: t('department'),
        width: 100,
        hidden: isMine,
        render: (row) => <RefText value={row.department} />,
      },
      {
        id: 'escalations',
        title: t('escalations'),
        width: 100,
        render: ({ escalations }) => (
          <PlainText value={escalations > 0 ? t('toSuperiors', { count: escalations }) : null} />
        ),
      },
      { id: 'clauses', title: t('rules'), width: 220, render: (row) => <RuleIds clauses={row.clauses} /> },
      {
        id: 'settled_at',
        title: t('settledAt'),
        width: 140,
        hidden: isOpen,
        render: ({ settled_at }) => <TimeText value={settled_at} />,
      },
      {
        id: 'settled_by',
        title: t('settledBy'),
        width: 90,
        hidden: isOpen,
        render: (row) => <RefText value={row.settled_by} />,
      },
    ],
    [t, isMine, isOpen],
  );
}
