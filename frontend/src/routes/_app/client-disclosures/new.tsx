import { createFileRoute } from '@tanstack/react-router';
import { DisclosureCreatePage, requestSearch } from '@/features/disclosures/public';

export const Route = createFileRoute('/_app/client-disclosures/new')({
  staticData: { page: 'clientDisclosureCreate', permission: 'client-disclosure.request' },
  validateSearch: requestSearch,
  component: DisclosureCreatePage,
});
