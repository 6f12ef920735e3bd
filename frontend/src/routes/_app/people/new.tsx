import { createFileRoute } from '@tanstack/react-router';
import { PersonCreatePage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/people/new')({
  staticData: { page: 'personCreate', permission: 'person.manage' },
  component: PersonCreatePage,
});
