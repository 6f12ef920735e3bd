import { createFileRoute } from '@tanstack/react-router';
import { DisclosureListPage, disclosureSearch } from '@/features/disclosures/public';

export const Route = createFileRoute('/_app/client-disclosures/')({
  staticData: {
    page: 'clientDisclosures',
    nav: { group: 'WORK', order: 47 },
    permission: 'client-disclosure.read',
  },
  validateSearch: disclosureSearch,
  component: DisclosureListPage,
});
