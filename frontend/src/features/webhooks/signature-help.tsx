import { useTranslation } from 'react-i18next';
import { Facts } from '@/shared/ui/values/facts';

/** The Standard Webhooks scheme, by the names of its headers. */
const headers = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** How a receiver knows that a message is ours, new, and not changed. */
export function SignatureHelp() {
  const { t } = useTranslation('webhooks');
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="signature">
      <h2 id="signature">{t('signature.title')}</h2>
      <p className="zd-muted">{t('signature.hint')}</p>
      <Facts
        items={headers.map((header) => ({ label: header, value: t(`signature.${header}`), wide: true }))}
      />
      <p className="zd-muted">{t('signature.key')}</p>
    </section>
  );
}
