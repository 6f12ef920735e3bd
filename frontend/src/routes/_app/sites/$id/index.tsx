import { createFileRoute } from '@tanstack/react-router';
import { SitePage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/sites/$id/')({
  staticData: { page: 'sites', record: 'site' },
  component: SitePage,
});
