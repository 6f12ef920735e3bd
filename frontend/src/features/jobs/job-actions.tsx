import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { type Job, type JobAct, useJobAction } from './queries';

type Props = { job: Job; action: JobAct; done: () => void };

function Confirm({ job, action, done }: Props) {
  const { t } = useTranslation(['jobs', 'common']);
  const { message } = App.useApp();
  const act = useJobAction(action);
  const carryOut = () =>
    act.mutate(job, {
      onSuccess: () => {
        message.success(t(`jobs:done.${action}`));
        done();
      },
    });
  return (
    <div className="zd-stack">
      <p>{t(`jobs:confirm.${action}`)}</p>
      {act.isError ? <ProblemAlert error={act.error} /> : null}
      <div className="zd-row">
        <Button type="primary" danger={action === 'undo'} loading={act.isPending} onClick={carryOut}>
          {t(`jobs:actions.${action}`)}
        </Button>
        <Button onClick={done}>{t('common:action.cancel')}</Button>
      </div>
    </div>
  );
}

/** Stopping and undoing, as the service allows them now; of the others why not. */
export function JobActions({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const acts: readonly JobAct[] = ['cancel', 'undo'];
  return (
    <ActionBar
      allowed={job.allowed_actions}
      actions={acts.map((action) => ({
        action,
        label: t(`actions.${action}`),
        danger: action === 'undo',
        form: (done) => <Confirm job={job} action={action} done={done} />,
      }))}
    />
  );
}
