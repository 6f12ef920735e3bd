import { createFileRoute } from '@tanstack/react-router';
import { PersonListPage, personSearch } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/people/')({
  staticData: { page: 'people', nav: { group: 'ORGANISATION', order: 10 }, permission: 'person.read' },
  validateSearch: personSearch,
  component: PersonListPage,
});
