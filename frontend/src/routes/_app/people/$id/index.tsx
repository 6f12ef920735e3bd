import { createFileRoute } from '@tanstack/react-router';
import { PersonPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/people/$id/')({
  staticData: { page: 'people', record: 'person', permission: 'person.read' },
  component: PersonPage,
});
