import { createFileRoute } from '@tanstack/react-router';
import { WebhookPage, webhookSearch } from '@/features/webhooks/public';

export const Route = createFileRoute('/_app/webhooks/$id/')({
  staticData: { page: 'webhooks', record: 'webhook', permission: 'webhook.manage' },
  validateSearch: webhookSearch,
  component: WebhookPage,
});
