import { useTranslation } from 'react-i18next';
import { NewSecret } from '@/shared/ui/record-form/new-secret';
import type { Webhook } from './queries';

/** The secret that signs, as it comes with a new webhook and with each rotation. */
export function WebhookSecret({ webhook, onDone }: { webhook: Webhook; onDone: () => void }) {
  const { t } = useTranslation('webhooks');
  return (
    <NewSecret
      label={t('secret.label')}
      value={webhook.secret}
      once={t('secret.once')}
      lost={t('secret.lost')}
      onward={t('secret.toWebhook')}
      onDone={onDone}
    />
  );
}
