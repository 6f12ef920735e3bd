import { createFileRoute } from '@tanstack/react-router';
import { DisclosureEditPage } from '@/features/disclosures/public';

export const Route = createFileRoute('/_app/client-disclosures/$id/edit')({
  staticData: { page: 'clientDisclosures', permission: 'client-disclosure.request' },
  component: DisclosureEditPage,
});
