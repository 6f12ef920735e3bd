import { createFileRoute } from '@tanstack/react-router';
import { PersonEditPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/people/$id/edit')({
  staticData: { page: 'people', permission: 'person.manage' },
  component: PersonEditPage,
});
