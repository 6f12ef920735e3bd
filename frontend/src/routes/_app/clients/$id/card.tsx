import { createFileRoute } from '@tanstack/react-router';
import { ClientCardPage } from '@/features/clients/public';

export const Route = createFileRoute('/_app/clients/$id/card')({
  staticData: { page: 'clients', permission: 'client.read' },
  component: ClientCardPage,
});
