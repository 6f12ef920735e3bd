import { PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { useChoices } from '../choices';
import { submissionKind } from './submission-kind';
import { type SubmissionRow, submissionFilterKinds, useSubmissions } from './submission-queries';

export const submissionTones: Record<SubmissionRow['state'], Tone> = {
  PENDING: 'accent',
  ACCEPTED: 'ok',
  RETURNED: 'danger',
  WITHDRAWN: 'neutral',
};

/** The list does not say of what was accepted whether it began the file: it says that it is in it. */
const kindTexts = {
  NEW: 'submission.new',
  CHANGE: 'submission.change',
  KEYED_IN: 'submission.keyedIn',
} as const;

function useColumns(): Column<SubmissionRow>[] {
  const { t } = useTranslation('client-intake');
  const { word } = useChoices();
  return useMemo(
    () => [
      {
        id: 'client',
        title: t('submission.client'),
        width: 220,
        pinned: true,
        heading: true,
        render: ({ id, client_name }) => <AppLink href={`/client-submissions/${id}`}>{client_name}</AppLink>,
      },
      {
        id: 'kind',
        title: t('submission.kind'),
        width: 95,
        render: (row) => t(kindTexts[submissionKind(row) ?? 'KEYED_IN']),
      },
      {
        id: 'state',
        title: t('submission.state'),
        width: 130,
        render: ({ state, conflict }) => (
          <>
            <Tag tone={submissionTones[state]}>{word('submission', state)}</Tag>{' '}
            {conflict ? <Tag tone="warning">{t('submission.conflict')}</Tag> : null}
          </>
        ),
      },
      {
        id: 'submitted_by',
        title: t('submission.by'),
        width: 90,
        render: (row) => <RefText value={row.submitted_by} />,
      },
      {
        id: 'submitted_at',
        title: t('submission.at'),
        width: 150,
        render: (row) => <TimeText value={row.submitted_at} />,
      },
      {
        id: 'decided_by',
        title: t('submission.decidedBy'),
        width: 90,
        render: (row) => <RefText value={row.decided_by} />,
      },
      {
        id: 'note',
        title: t('submission.note'),
        width: 200,
        grow: true,
        render: ({ note, decision_reason }) => <PlainText value={decision_reason ?? note} />,
      },
    ],
    [t, word],
  );
}

export function SubmissionListPage() {
  const { t } = useTranslation('client-intake');
  const { options } = useChoices();
  const can = useCan();
  const router = useRouter();
  const state = useListState(submissionFilterKinds);
  const submissions = useSubmissions(state.query);
  const columns = useColumns();
  const filters: Filters = {
    state: { kind: 'choice', label: t('submission.state'), options: options('submission') },
    submitted_by: { kind: 'person', label: t('submission.by') },
    owner_id: { kind: 'person', label: t('submission.owner') },
  };
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('submission.title')}</h1>
        {can('client.collect') ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => router.history.push('/client-submissions/new')}
          >
            {t('submission.begin')}
          </Button>
        ) : null}
      </div>
      <DataTable
        list="client-submissions"
        label={t('submission.title')}
        columns={columns}
        query={submissions}
        state={state}
        openRow={({ id }) => router.history.push(`/client-submissions/${id}`)}
        firstUse={{ title: t('submission.none'), hint: t('submission.noneHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
    </div>
  );
}
