import { createFileRoute } from '@tanstack/react-router';
import { ClientListPage, clientSearch } from '@/features/clients/public';

export const Route = createFileRoute('/_app/clients/')({
  staticData: { page: 'clients', nav: { group: 'WORK', order: 20 }, permission: 'client.read' },
  validateSearch: clientSearch,
  component: ClientListPage,
});
