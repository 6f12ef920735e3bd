import { createFileRoute } from '@tanstack/react-router';
import { JobListPage, jobSearch } from '@/features/jobs/public';

export const Route = createFileRoute('/_app/jobs/')({
  staticData: { page: 'jobs', nav: { group: 'RECORDS', order: 20 } },
  validateSearch: jobSearch,
  component: JobListPage,
});
