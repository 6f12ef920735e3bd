import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyOnce } from '@/shared/ui/values/copy-once';
import type { Webhook } from './queries';

type Props = { webhook: Webhook; onCopied?: () => void; onDone: () => void };

/** The secret that signs, this once. An answer that was sent again comes without it. */
export function WebhookSecret({ webhook, onCopied, onDone }: Props) {
  const { t } = useTranslation('webhooks');
  const { secret } = webhook;
  return (
    <div className="zd-stack">
      <div className="zd-warning" role="alert">
        {secret ? t('secret.once') : t('secret.lost')}
      </div>
      {secret ? <CopyOnce label={t('secret.label')} value={secret} onCopied={onCopied} /> : null}
      <div>
        <Button onClick={onDone}>{secret ? t('secret.kept') : t('secret.toWebhook')}</Button>
      </div>
    </div>
  );
}
