import { createFileRoute } from '@tanstack/react-router';
import { ParameterPage } from '@/features/handbook/public';

export const Route = createFileRoute('/_app/handbook/parameters/$key')({
  staticData: { page: 'parameters', record: 'parameter' },
  component: ParameterPage,
});
