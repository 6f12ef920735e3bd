import { createFileRoute } from '@tanstack/react-router';
import { OversightPage } from '@/features/oversight/public';

export const Route = createFileRoute('/_app/client-oversight')({
  staticData: {
    page: 'clientOversight',
    nav: { group: 'WORK', order: 50 },
    permission: 'client-oversight.read',
  },
  component: OversightPage,
});
