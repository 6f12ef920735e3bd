import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { useWebhookSections } from './fields';
import { createWebhook, useWebhooksChanged, type Webhook, type WebhookInput } from './queries';
import { WebhookSecret } from './secret';
import { SignatureHelp } from './signature-help';

const initial: Values = {};

function Made({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const router = useRouter();
  return (
    <>
      <section className="zd-panel zd-inset zd-stack" aria-labelledby="made">
        <h2 id="made">{t('made', { name: webhook.name })}</h2>
        <WebhookSecret webhook={webhook} onDone={() => router.history.replace(`/webhooks/${webhook.id}`)} />
      </section>
      <SignatureHelp />
    </>
  );
}

export function WebhookCreatePage() {
  const { t } = useTranslation('webhooks');
  const router = useRouter();
  const changed = useWebhooksChanged();
  const sections = useWebhookSections();
  const [made, setMade] = useState<Webhook | null>(null);
  return (
    <div className="zd-page">
      <h1>{t('create')}</h1>
      {made ? (
        <Made webhook={made} />
      ) : (
        <RecordForm
          label={t('create')}
          sections={sections}
          initial={initial}
          target={{
            mode: 'CREATE',
            save: async (body: WebhookInput, key) => {
              const answered = await createWebhook(body, key);
              await changed();
              return answered;
            },
          }}
          submitLabel={t('createNow')}
          onSaved={setMade}
          onCancel={() => router.history.push('/webhooks')}
        />
      )}
    </div>
  );
}
