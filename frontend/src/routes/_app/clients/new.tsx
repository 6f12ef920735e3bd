import { createFileRoute } from '@tanstack/react-router';
import { ClientCreatePage } from '@/features/clients/public';

export const Route = createFileRoute('/_app/clients/new')({
  staticData: { page: 'clientCreate' },
  component: ClientCreatePage,
});
