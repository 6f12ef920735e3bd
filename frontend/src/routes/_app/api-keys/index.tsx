import { createFileRoute } from '@tanstack/react-router';
import { ApiKeyListPage, apiKeySearch } from '@/features/lending/public';

export const Route = createFileRoute('/_app/api-keys/')({
  staticData: { page: 'apiKeys', nav: { group: 'ORGANISATION', order: 70 }, permission: 'api-key.manage' },
  validateSearch: apiKeySearch,
  component: ApiKeyListPage,
});
