import { createFileRoute } from '@tanstack/react-router';
import { DelegationListPage, delegationSearch } from '@/features/lending/public';

export const Route = createFileRoute('/_app/delegations/')({
  staticData: { page: 'delegations', nav: { group: 'ORGANISATION', order: 60 } },
  validateSearch: delegationSearch,
  component: DelegationListPage,
});
