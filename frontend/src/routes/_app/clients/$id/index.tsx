import { createFileRoute } from '@tanstack/react-router';
import { ClientPage, recordSearch } from '@/features/clients/public';

export const Route = createFileRoute('/_app/clients/$id/')({
  staticData: { page: 'clients', record: 'client', permission: 'client.read' },
  validateSearch: recordSearch,
  component: ClientPage,
});
