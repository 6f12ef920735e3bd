import { createFileRoute } from '@tanstack/react-router';
import { ParameterListPage, parameterSearch } from '@/features/handbook/public';

export const Route = createFileRoute('/_app/handbook/parameters/')({
  staticData: { page: 'parameters', nav: { group: 'HANDBOOK', order: 20 } },
  validateSearch: parameterSearch,
  component: ParameterListPage,
});
