import { createFileRoute } from '@tanstack/react-router';
import { WebhookCreatePage } from '@/features/webhooks/public';

export const Route = createFileRoute('/_app/webhooks/new')({
  staticData: { page: 'webhookCreate', permission: 'webhook.manage' },
  component: WebhookCreatePage,
});
