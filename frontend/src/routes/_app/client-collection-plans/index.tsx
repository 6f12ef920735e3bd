import { createFileRoute } from '@tanstack/react-router';
import { PlanListPage, planSearch } from '@/features/oversight/public';

export const Route = createFileRoute('/_app/client-collection-plans/')({
  staticData: {
    page: 'clientPlans',
    nav: { group: 'WORK', order: 54 },
    permission: 'client-oversight.read',
  },
  validateSearch: planSearch,
  component: PlanListPage,
});
