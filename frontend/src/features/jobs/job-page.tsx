import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { useFieldWord } from '@/shared/ui/record/field-words';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import { DownloadRows } from './download-rows';
import { JobActions } from './job-actions';
import { JobOutcomes } from './job-outcomes';
import { JobProgress } from './job-progress';
import { recordOf, useKindName } from './kinds';
import { type Job, useJob } from './queries';
import { figuresOf, isRehearsal, keptRowsOf } from './result';

function Result({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const figures = figuresOf(job);
  const kept = keptRowsOf(job);
  return (
    <>
      {figures.length > 0 ? (
        <Facts
          items={figures.map(({ name, figure }) => ({ label: t(`figures.${name}`), value: String(figure) }))}
        />
      ) : null}
      {kept.length > 0 ? (
        <ul aria-label={t('figures.kept')}>
          {kept.map(({ id, position, label }) => (
            <li key={id}>
              <span className="zd-muted">{position}</span>{' '}
              <RecordLink type={recordOf(job.kind)} id={id}>
                {label}
              </RecordLink>
            </li>
          ))}
        </ul>
      ) : null}
      {job.undo_job_id ? (
        <p>
          {t('undoneBy')} <AppLink href={`/jobs/${job.undo_job_id}`}>{t('toUndo')}</AppLink>
        </p>
      ) : null}
    </>
  );
}

function Rows({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const field = useFieldWord(recordOf(job.kind));
  return (
    <JobOutcomes
      job={job}
      words={{
        position: t('position'),
        outcome: (outcome) => t(`row.outcomeOf.${outcome}`),
        field,
      }}
    />
  );
}

function Body({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const router = useRouter();
  const kindName = useKindName();
  const me = useMe();
  const isMine = me.data?.id === job.owner.id;
  return (
    <>
      <RecordHeader
        list="jobs"
        id={job.id}
        listHref="/jobs"
        goTo={(id) => router.history.push(`/jobs/${id}`)}
        title={kindName(job.kind)}
        tags={isRehearsal(job) ? <Tag>{t('rehearsal')}</Tag> : null}
        facts={<span>{job.owner.name}</span>}
        actions={<JobActions job={job} />}
      />
      <section className="zd-panel zd-inset zd-stack">
        <JobProgress job={job} withCancel={false} />
        <Facts
          items={[
            { label: t('columns.created'), value: <TimeText value={job.created_at} /> },
            { label: t('columns.started'), value: <TimeText value={job.started_at} /> },
            { label: t('columns.finished'), value: <TimeText value={job.finished_at} /> },
          ]}
        />
        {me.data && !isMine ? <p className="zd-muted">{t('notMine')}</p> : null}
        <Result job={job} />
      </section>
      <section className="zd-panel zd-inset zd-stack">
        <div className="zd-spread">
          <h2>{t('rows')}</h2>
          <DownloadRows job={job} />
        </div>
        <Rows job={job} />
      </section>
    </>
  );
}

export function JobPage() {
  const { id } = useParams({ strict: false });
  const job = useJob(id ?? null);
  return (
    <div className="zd-page">
      <QueryGate query={job}>{(found) => <Body key={found.id} job={found} />}</QueryGate>
    </div>
  );
}
