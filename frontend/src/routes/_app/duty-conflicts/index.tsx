import { createFileRoute } from '@tanstack/react-router';
import { DutyListPage, dutySearch } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/duty-conflicts/')({
  staticData: { page: 'dutyConflicts', nav: { group: 'ORGANISATION', order: 50 }, permission: 'role.read' },
  validateSearch: dutySearch,
  component: DutyListPage,
});
