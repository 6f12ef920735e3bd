import { createFileRoute } from '@tanstack/react-router';
import { SiteCreatePage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/sites/new')({
  staticData: { page: 'siteCreate', permission: 'site.manage' },
  component: SiteCreatePage,
});
