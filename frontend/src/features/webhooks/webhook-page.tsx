import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { TimeText } from '@/shared/ui/values/values';
import { Deliveries } from './deliveries';
import { useWebhook, type Webhook } from './queries';
import { SignatureHelp } from './signature-help';
import { WebhookStateText } from './standing';
import { TypesText } from './types-text';
import { WebhookActions } from './webhook-actions';

function useFacts(webhook: Webhook): Fact[] {
  const { t } = useTranslation('webhooks');
  const { owner, url, previous_secret_until } = webhook;
  const facts: Fact[] = [
    {
      label: t('owner'),
      value: (
        <RecordLink type="person" id={owner.id}>
          {owner.name}
        </RecordLink>
      ),
    },
    { label: t('host'), value: webhook.host },
    { label: t('created'), value: <TimeText value={webhook.created_at} /> },
    { label: t('updated'), value: <TimeText value={webhook.updated_at} /> },
  ];
  if (previous_secret_until) {
    facts.push({ label: t('previousSecret'), value: <TimeText value={previous_secret_until} /> });
  }
  return [
    ...facts,
    {
      label: t('url'),
      value: url ? (
        <span className="zd-mono">{url}</span>
      ) : (
        <span className="zd-muted">{t('ownerOnly')}</span>
      ),
      wide: true,
    },
    { label: t('types.title'), value: <TypesText types={webhook.types} />, wide: true },
  ];
}

function Body({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const router = useRouter();
  const facts = useFacts(webhook);
  const deliveries = webhook.allowed_actions.find(({ action }) => action === 'read-deliveries');
  return (
    <>
      <RecordHeader
        list="webhooks"
        id={webhook.id}
        listHref="/webhooks"
        goTo={(id) => router.history.push(`/webhooks/${id}`)}
        title={webhook.name}
        tags={<WebhookStateText webhook={webhook} />}
        actions={<WebhookActions webhook={webhook} />}
      />
      {webhook.state_reason ? <p className="zd-warning">{t(`reasonHints.${webhook.state_reason}`)}</p> : null}
      <section className="zd-panel zd-inset zd-stack" aria-label={t('facts')}>
        <Facts items={facts} />
        <p className="zd-muted">{t('reach', { name: webhook.owner.name })}</p>
      </section>
      {deliveries?.enabled ? (
        <>
          <Deliveries webhook={webhook} />
          <SignatureHelp />
        </>
      ) : (
        <section className="zd-panel zd-inset zd-stack" aria-labelledby="deliveries">
          <h2 id="deliveries">{t('delivery.title')}</h2>
          <p className="zd-muted">{deliveries?.reasons[0]?.detail ?? t('ownerOnly')}</p>
        </section>
      )}
    </>
  );
}

export function WebhookPage() {
  const { id } = useParams({ strict: false });
  const webhook = useWebhook(id ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={webhook}>{(found) => <Body key={found.id} webhook={found} />}</QueryGate>
    </div>
  );
}
