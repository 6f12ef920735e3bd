import { createFileRoute } from '@tanstack/react-router';
import { SubmissionPage } from '@/features/clients/public';

export const Route = createFileRoute('/_app/client-submissions/$id')({
  staticData: { page: 'clientSubmissions', record: 'client-submission', permission: 'client.read' },
  component: SubmissionPage,
});
