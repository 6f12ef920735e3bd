import { createFileRoute } from '@tanstack/react-router';
import { ObligationPage } from '@/features/obligations/public';

export const Route = createFileRoute('/_app/obligations/$id')({
  staticData: { page: 'obligations', record: 'obligation', permission: 'obligation.read' },
  component: ObligationPage,
});
