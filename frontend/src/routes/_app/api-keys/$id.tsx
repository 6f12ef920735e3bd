import { createFileRoute } from '@tanstack/react-router';
import { ApiKeyPage } from '@/features/lending/public';

export const Route = createFileRoute('/_app/api-keys/$id')({
  staticData: { page: 'apiKeys', record: 'api-key', permission: 'api-key.manage' },
  component: ApiKeyPage,
});
