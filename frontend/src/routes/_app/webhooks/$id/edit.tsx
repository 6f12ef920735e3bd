import { createFileRoute } from '@tanstack/react-router';
import { WebhookEditPage } from '@/features/webhooks/public';

export const Route = createFileRoute('/_app/webhooks/$id/edit')({
  staticData: { page: 'webhooks', permission: 'webhook.manage' },
  component: WebhookEditPage,
});
