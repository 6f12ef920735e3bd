import { createFileRoute } from '@tanstack/react-router';
import { ProposeChangePage } from '@/features/clients/public';

export const Route = createFileRoute('/_app/clients/$id/propose')({
  staticData: { page: 'clients', permission: 'client.collect' },
  component: ProposeChangePage,
});
