import { createFileRoute } from '@tanstack/react-router';
import { SiteEditPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/sites/$id/edit')({
  staticData: { page: 'sites', permission: 'site.manage' },
  component: SiteEditPage,
});
