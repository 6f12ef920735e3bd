import { createFileRoute } from '@tanstack/react-router';
import { ObligationListPage, obligationSearch } from '@/features/obligations/public';

export const Route = createFileRoute('/_app/obligations/')({
  staticData: { page: 'obligations', nav: { group: 'WORK', order: 12 }, permission: 'obligation.read' },
  validateSearch: obligationSearch,
  component: ObligationListPage,
});
