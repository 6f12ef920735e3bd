import { createFileRoute } from '@tanstack/react-router';
import { ProposeClientPage } from '@/features/clients/public';

export const Route = createFileRoute('/_app/client-submissions/new')({
  staticData: { page: 'clientPropose', permission: 'client.collect' },
  component: ProposeClientPage,
});
