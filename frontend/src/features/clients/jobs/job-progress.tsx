import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemFrom } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { isFinished, type Job, useJobAction } from './queries';

const tones: Record<Job['state'], Tone> = {
  QUEUED: 'neutral',
  RUNNING: 'accent',
  DONE: 'ok',
  FAILED: 'danger',
  CANCELLED: 'warning',
};

function shareOf({ state, progress_done, progress_total }: Job): number {
  if (state === 'DONE') return 100;
  return progress_total > 0 ? Math.floor((progress_done / progress_total) * 100) : 0;
}

/** How far a job is, what stopped it, and the way to stop it oneself. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation('clients');
  const cancel = useJobAction('cancel');
  const status = job.problem && typeof job.problem.status === 'number' ? job.problem.status : 500;
  const mayCancel = job.allowed_actions.some(({ action, enabled }) => action === 'cancel' && enabled);
  return (
    <section className="zd-stack" aria-label={t('job.title')} aria-live="polite">
      <div className="zd-row">
        <Tag tone={tones[job.state]}>{t(`job.state.${job.state}`)}</Tag>
        <span className="zd-muted">
          {t('job.progress', { done: job.progress_done, total: job.progress_total })}
        </span>
        {mayCancel ? (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(job)}>
            {t('job.cancel')}
          </Button>
        ) : null}
      </div>
      {isFinished(job) ? null : (
        <Progress percent={shareOf(job)} showInfo={false} aria-label={t('job.title')} />
      )}
      {job.problem ? <ProblemAlert error={problemFrom(status, job.problem, null)} /> : null}
      {cancel.isError ? <ProblemAlert error={cancel.error} compact /> : null}
    </section>
  );
}
