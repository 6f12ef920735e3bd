import { createFileRoute } from '@tanstack/react-router';
import { ApiKeyCreatePage } from '@/features/lending/public';

export const Route = createFileRoute('/_app/api-keys/new')({
  staticData: { page: 'apiKeyCreate', permission: 'api-key.manage' },
  component: ApiKeyCreatePage,
});
