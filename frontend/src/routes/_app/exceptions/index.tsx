import { createFileRoute } from '@tanstack/react-router';
import { ExceptionListPage, exceptionSearch } from '@/features/exceptions/public';

export const Route = createFileRoute('/_app/exceptions/')({
  staticData: { page: 'exceptions', nav: { group: 'HANDBOOK', order: 17 }, permission: 'obligation.read' },
  validateSearch: exceptionSearch,
  component: ExceptionListPage,
});
