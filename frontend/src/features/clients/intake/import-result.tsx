import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isFinished, type Job, JobOutcomes, JobProgress, useJob, useJobAction } from '@/features/jobs/public';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { useFieldWord } from '@/shared/ui/record/field-words';
import { Facts } from '@/shared/ui/values/facts';

const figures = ['rows', 'good', 'refused', 'skipped'] as const;

function figureOf(job: Job, name: string): string {
  const value: unknown = job.result ? Reflect.get(job.result, name) : undefined;
  return typeof value === 'number' ? String(value) : '0';
}

/** The job that takes an import back, once it was asked for. */
function Undone({ id }: { id: string }) {
  const { t } = useTranslation('client-intake');
  const job = useJob(id);
  if (!job.data) return null;
  return (
    <section className="zd-stack" aria-labelledby="undone">
      <h2 id="undone">{t('import.undoing')}</h2>
      <JobProgress job={job.data} />
      {isFinished(job.data) ? (
        <p>
          {t('import.undone', {
            withdrawn: figureOf(job.data, 'withdrawn'),
            kept: figureOf(job.data, 'kept'),
          })}
        </p>
      ) : null}
    </section>
  );
}

function UndoButton({ job }: { job: Job }) {
  const { t } = useTranslation('client-intake');
  const { modal } = App.useApp();
  const undo = useJobAction('undo');
  const ask = () =>
    modal.confirm({
      title: t('import.undoConfirm'),
      okText: t('import.undo'),
      okButtonProps: { danger: true },
      cancelText: t('import.keep'),
      onOk: () => undo.mutate(job),
    });
  const mayUndo = job.allowed_actions.some(({ action, enabled }) => action === 'undo' && enabled);
  return (
    <>
      {mayUndo && !job.undo_job_id ? (
        <div>
          <Button danger loading={undo.isPending} onClick={ask}>
            {t('import.undo')}
          </Button>
        </div>
      ) : null}
      {undo.isError ? <ProblemAlert error={undo.error} /> : null}
      {job.undo_job_id ? <Undone id={job.undo_job_id} /> : null}
    </>
  );
}

/** What came of an import, or would come of it, row by row. */
export function ImportResult({ job, isRehearsal }: { job: Job; isRehearsal: boolean }) {
  const { t } = useTranslation('client-intake');
  const label = useFieldWord('client');
  const prefix = isRehearsal ? 'import.would' : 'import.did';
  return (
    <div className="zd-stack">
      <JobProgress job={job} />
      {job.result ? (
        <Facts
          items={figures.map((name) => ({ label: t(`${prefix}.${name}`), value: figureOf(job, name) }))}
        />
      ) : null}
      {isRehearsal ? null : <UndoButton job={job} />}
      <JobOutcomes
        job={job}
        words={{
          position: t('import.row'),
          outcome: (outcome) => t(`${prefix}.outcome.${outcome}`),
          field: label,
        }}
      />
    </div>
  );
}
