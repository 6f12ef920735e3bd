import { useRouter } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { ActionBar } from '@/shared/ui/record/action-bar';
import {
  actOnWebhook,
  deleteWebhook,
  type PlainAct,
  rotateSecret,
  useWebhookGone,
  useWebhooksChanged,
  type Webhook,
} from './queries';
import { WebhookSecret } from './secret';

type Act = PlainAct | 'rotate-secret' | 'delete';
type ConfirmProps = {
  act: Act;
  danger?: boolean;
  carryOut: (key: string) => Promise<void>;
  done: () => void;
};

/** Says what the act brings about, and carries it out. */
function Confirm({ act, danger = false, carryOut, done }: ConfirmProps) {
  const { t } = useTranslation(['webhooks', 'common']);
  const key = useRef(crypto.randomUUID());
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await carryOut(key.current);
    } catch (error) {
      // What was refused is not the same request when it goes again.
      if (asProblem(error).status >= 400) key.current = crypto.randomUUID();
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="zd-stack">
      <p>{t(`act.${act}.confirm`)}</p>
      {problem ? <ProblemAlert error={problem} /> : null}
      <div className="zd-row">
        <Button type="primary" danger={danger} loading={isBusy} onClick={run}>
          {t(`act.${act}.label`)}
        </Button>
        <Button onClick={done}>{t('common:action.cancel')}</Button>
      </div>
    </div>
  );
}

type FormProps = { webhook: Webhook; done: () => void };

function PlainActForm({ webhook, act, done }: FormProps & { act: PlainAct }) {
  const { t } = useTranslation('webhooks');
  const { message } = App.useApp();
  const changed = useWebhooksChanged();
  const carryOut = async (key: string) => {
    await actOnWebhook(webhook, act, key);
    message.success(t(`act.${act}.done`));
    done();
    await changed();
  };
  return <Confirm act={act} carryOut={carryOut} done={done} />;
}

/** The new secret stands in the place of the question, this once. */
function RotateForm({ webhook, done }: FormProps) {
  const changed = useWebhooksChanged();
  const [rotated, setRotated] = useState<Webhook | null>(null);
  const carryOut = async (key: string) => {
    setRotated(await rotateSecret(webhook, key));
    await changed();
  };
  if (rotated) return <WebhookSecret webhook={rotated} onDone={done} />;
  return <Confirm act="rotate-secret" carryOut={carryOut} done={done} />;
}

function DeleteForm({ webhook, done }: FormProps) {
  const { t } = useTranslation('webhooks');
  const { message } = App.useApp();
  const router = useRouter();
  const gone = useWebhookGone();
  const carryOut = async () => {
    await deleteWebhook(webhook);
    message.success(t('act.delete.done'));
    done();
    await router.navigate({ to: '/webhooks', replace: true });
    await gone(webhook.id);
  };
  return <Confirm act="delete" danger carryOut={carryOut} done={done} />;
}

const plain: readonly PlainAct[] = ['test', 'pause', 'resume'];

export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  return (
    <ActionBar
      allowed={webhook.allowed_actions}
      actions={[
        { action: 'update', label: t('act.update.label'), href: `/webhooks/${webhook.id}/edit` },
        ...plain.map((act) => ({
          action: act,
          label: t(`act.${act}.label`),
          form: (done: () => void) => <PlainActForm webhook={webhook} act={act} done={done} />,
        })),
        {
          action: 'rotate-secret',
          label: t('act.rotate-secret.label'),
          form: (done) => <RotateForm webhook={webhook} done={done} />,
        },
        {
          action: 'delete',
          label: t('act.delete.label'),
          danger: true,
          form: (done) => <DeleteForm webhook={webhook} done={done} />,
        },
      ]}
    />
  );
}
