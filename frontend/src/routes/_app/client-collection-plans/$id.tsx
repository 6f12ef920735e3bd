import { createFileRoute } from '@tanstack/react-router';
import { PlanPage } from '@/features/oversight/public';

export const Route = createFileRoute('/_app/client-collection-plans/$id')({
  staticData: {
    page: 'clientPlans',
    record: 'client-collection-plan',
    permission: 'client-oversight.read',
  },
  component: PlanPage,
});
