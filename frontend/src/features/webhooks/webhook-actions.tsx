import { useRouter } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { SmallForm } from '@/shared/ui/record-form/small-form';
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

type FormProps = { webhook: Webhook; done: () => void };

function PlainActForm({ webhook, act, done }: FormProps & { act: PlainAct }) {
  const { t } = useTranslation('webhooks');
  const { message } = App.useApp();
  const changed = useWebhooksChanged();
  return (
    <SmallForm
      label={t(`act.${act}.label`)}
      hint={t(`act.${act}.confirm`)}
      save={async (_, key) => {
        await actOnWebhook(webhook, act, key);
        message.success(t(`act.${act}.done`));
        await changed();
      }}
      onDone={done}
    />
  );
}

/** The new secret stands in the place of the question, this once. */
function RotateForm({ webhook, done }: FormProps) {
  const { t } = useTranslation('webhooks');
  const changed = useWebhooksChanged();
  const [rotated, setRotated] = useState<Webhook | null>(null);
  if (rotated) return <WebhookSecret webhook={rotated} onDone={done} />;
  return (
    <SmallForm
      label={t('act.rotate-secret.label')}
      hint={t('act.rotate-secret.confirm')}
      save={async (_, key) => {
        const answered = await rotateSecret(webhook, key);
        await changed();
        return answered;
      }}
      onSaved={setRotated}
      onDone={done}
    />
  );
}

function DeleteForm({ webhook, done }: FormProps) {
  const { t } = useTranslation('webhooks');
  const { message } = App.useApp();
  const router = useRouter();
  const gone = useWebhookGone();
  return (
    <SmallForm
      label={t('act.delete.label')}
      hint={t('act.delete.confirm')}
      save={async () => {
        await deleteWebhook(webhook);
        message.success(t('act.delete.done'));
        await router.navigate({ to: '/webhooks', replace: true });
        await gone(webhook.id);
      }}
      onDone={done}
    />
  );
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
