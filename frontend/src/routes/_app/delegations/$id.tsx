import { createFileRoute } from '@tanstack/react-router';
import { DelegationPage } from '@/features/lending/public';

export const Route = createFileRoute('/_app/delegations/$id')({
  staticData: { page: 'delegations', record: 'delegation' },
  component: DelegationPage,
});
