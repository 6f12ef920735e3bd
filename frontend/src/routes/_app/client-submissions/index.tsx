import { createFileRoute } from '@tanstack/react-router';
import { SubmissionListPage, submissionSearch } from '@/features/clients/public';

export const Route = createFileRoute('/_app/client-submissions/')({
  staticData: { page: 'clientSubmissions', nav: { group: 'WORK', order: 30 }, permission: 'client.read' },
  validateSearch: submissionSearch,
  component: SubmissionListPage,
});
