import { createFileRoute } from '@tanstack/react-router';
import { DisclosurePage } from '@/features/disclosures/public';

export const Route = createFileRoute('/_app/client-disclosures/$id/')({
  staticData: {
    page: 'clientDisclosures',
    record: 'client-disclosure',
    permission: 'client-disclosure.read',
  },
  component: DisclosurePage,
});
