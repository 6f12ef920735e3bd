import { createFileRoute } from '@tanstack/react-router';
import { SiteListPage, siteSearch } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/sites/')({
  staticData: { page: 'sites', nav: { group: 'ORGANISATION', order: 30 } },
  validateSearch: siteSearch,
  component: SiteListPage,
});
