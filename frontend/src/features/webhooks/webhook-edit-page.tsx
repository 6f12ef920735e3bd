import { useParams, useRouter } from '@tanstack/react-router';
import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { useWebhookSections, webhookValues } from './fields';
import {
  changeWebhook,
  readWebhook,
  useWebhook,
  useWebhooksChanged,
  type Webhook,
  type WebhookPatch,
} from './queries';

function EditForm({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const { message } = App.useApp();
  const router = useRouter();
  const changed = useWebhooksChanged();
  const sections = useWebhookSections();
  const [first] = useState(webhook);
  const [initial] = useState(() => webhookValues(webhook));
  const { id } = webhook;
  const back = useCallback(() => router.history.replace(`/webhooks/${id}`), [router, id]);
  return (
    <RecordForm
      label={t('edit', { name: webhook.name })}
      sections={sections}
      initial={initial}
      target={{
        mode: 'CHANGE',
        version: first.version,
        save: async (patch: WebhookPatch, version) => {
          await changeWebhook(id, patch, version);
          await changed();
          message.success(t('saved'));
        },
        latest: async () => {
          const latest = await readWebhook(id);
          return { values: webhookValues(latest), version: latest.version };
        },
      }}
      onSaved={back}
      onCancel={back}
    />
  );
}

/** One of somebody else's says why it is not changed here, and shows no form of what is hidden. */
function Gate({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const update = webhook.allowed_actions.find(({ action }) => action === 'update');
  if (update?.enabled) return <EditForm key={webhook.id} webhook={webhook} />;
  return <EmptyState title={update?.reasons[0]?.detail ?? t('ownerOnly')} />;
}

export function WebhookEditPage() {
  const { t } = useTranslation('webhooks');
  const { id } = useParams({ strict: false });
  const webhook = useWebhook(id ?? '');
  return (
    <div className="zd-page">
      <h1>{webhook.data ? t('edit', { name: webhook.data.name }) : t('editing')}</h1>
      <QueryGate query={webhook}>{(found) => <Gate webhook={found} />}</QueryGate>
    </div>
  );
}
