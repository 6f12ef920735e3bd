import { createFileRoute } from '@tanstack/react-router';
import { WebhookListPage, webhookSearch } from '@/features/webhooks/public';

export const Route = createFileRoute('/_app/webhooks/')({
  staticData: { page: 'webhooks', nav: { group: 'ORGANISATION', order: 75 }, permission: 'webhook.manage' },
  validateSearch: webhookSearch,
  component: WebhookListPage,
});
