import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import { useChoices } from '../choices';
import { ProposalTable } from './proposal-table';
import { proposedFields } from './proposed-fields';
import { ProposedRecords } from './proposed-records';
import { hasMoved, SubmissionActions } from './submission-actions';
import { kindOfWhole } from './submission-kind';
import { submissionTones } from './submission-list-page';
import { type Submission, useSubmission } from './submission-queries';

export function ProposedChanges({ submission }: { submission: Submission }) {
  const { t } = useTranslation('client-intake');
  const changes = proposedFields(submission);
  // What was settled is compared with nothing any more: an empty column would say that the file was empty.
  const isCompared = kindOfWhole(submission) === 'CHANGE' && submission.changes.length > 0;
  if (changes.length === 0) return <p className="zd-muted">{t('submission.nothing')}</p>;
  return <ProposalTable fields={changes} isCompared={isCompared} />;
}

function Decision({ submission }: { submission: Submission }) {
  const { t } = useTranslation('client-intake');
  return (
    <Facts
      items={[
        { label: t('submission.by'), value: <RefText value={submission.submitted_by} /> },
        { label: t('submission.at'), value: <TimeText value={submission.submitted_at} /> },
        { label: t('submission.note'), value: <PlainText value={submission.note} />, wide: true },
        { label: t('submission.decidedBy'), value: <RefText value={submission.decided_by} /> },
        { label: t('submission.decidedAt'), value: <TimeText value={submission.decided_at} /> },
        {
          label: t('submission.reason'),
          value: <PlainText value={submission.decision_reason} />,
          wide: true,
        },
      ]}
    />
  );
}

function Record({ submission }: { submission: Submission }) {
  const { t } = useTranslation('client-intake');
  const { word } = useChoices();
  const navigate = useNavigate();
  const { client } = submission;
  return (
    <>
      <RecordHeader
        list="client-submissions"
        id={submission.id}
        listHref="/client-submissions"
        goTo={(id) => navigate({ to: '/client-submissions/$id', params: { id } })}
        number={client?.number}
        title={submission.client_name}
        tags={
          <>
            <Tag tone={submissionTones[submission.state]}>{word('submission', submission.state)}</Tag>
            <Tag>{kindOfWhole(submission) === 'CHANGE' ? t('submission.change') : t('submission.new')}</Tag>
          </>
        }
        facts={
          client ? (
            <RecordLink type="client" id={client.id}>
              {t('submission.openFile')}
            </RecordLink>
          ) : null
        }
        actions={<SubmissionActions submission={submission} />}
      />
      {hasMoved(submission) ? <p className="zd-warning">{t('submission.conflictHint')}</p> : null}
      {Object.keys(submission.payload).length > 0 ? (
        <section className="zd-panel zd-block" aria-labelledby="proposal">
          <h2 id="proposal">{t('submission.proposal')}</h2>
          <ProposedChanges submission={submission} />
        </section>
      ) : null}
      <ProposedRecords records={submission.records} />
      <section className="zd-panel zd-block" aria-labelledby="decision">
        <h2 id="decision">{t('submission.course')}</h2>
        <Decision submission={submission} />
      </section>
    </>
  );
}

/** What was collected at a client, beside what the file says now. */
export function SubmissionPage() {
  const { id } = useParams({ from: '/_app/client-submissions/$id' });
  const submission = useSubmission(id);
  return (
    <div className="zd-page">
      <QueryGate query={submission}>{(found) => <Record key={found.id} submission={found} />}</QueryGate>
    </div>
  );
}
