import { createFileRoute } from '@tanstack/react-router';
import { DelegationCreatePage } from '@/features/lending/public';

export const Route = createFileRoute('/_app/delegations/new')({
  staticData: { page: 'delegationCreate', permission: 'delegation.manage' },
  component: DelegationCreatePage,
});
