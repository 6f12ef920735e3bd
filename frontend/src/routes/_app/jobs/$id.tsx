import { createFileRoute } from '@tanstack/react-router';
import { JobPage } from '@/features/jobs/public';

export const Route = createFileRoute('/_app/jobs/$id')({
  staticData: { page: 'jobs', record: 'job' },
  component: JobPage,
});
