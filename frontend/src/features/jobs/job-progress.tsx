import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemFrom } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { isFinished, type Job, useJobAction } from './queries';
import { shareOf } from './result';

export const jobTones: Record<Job['state'], Tone> = {
  QUEUED: 'neutral',
  RUNNING: 'accent',
  DONE: 'ok',
  FAILED: 'danger',
  CANCELLED: 'warning',
};

/** How far a job is, what stopped it, and the way to stop it oneself. */
export function JobProgress({ job, withCancel = true }: { job: Job; withCancel?: boolean }) {
  const { t } = useTranslation('jobs');
  const cancel = useJobAction('cancel');
  const status = job.problem && typeof job.problem.status === 'number' ? job.problem.status : 500;
  const mayCancel = job.allowed_actions.some(({ action, enabled }) => action === 'cancel' && enabled);
  return (
    <section className="zd-stack" aria-label={t('title')} aria-live="polite">
      <div className="zd-row">
        <Tag tone={jobTones[job.state]}>{t(`state.${job.state}`)}</Tag>
        <span className="zd-muted">
          {t('progress', { done: job.progress_done, total: job.progress_total })}
        </span>
        {mayCancel && withCancel ? (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(job)}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
      {isFinished(job) ? null : <Progress percent={shareOf(job)} showInfo={false} aria-label={t('title')} />}
      {job.problem ? <ProblemAlert error={problemFrom(status, job.problem, null)} /> : null}
      {cancel.isError ? <ProblemAlert error={cancel.error} compact /> : null}
    </section>
  );
}
