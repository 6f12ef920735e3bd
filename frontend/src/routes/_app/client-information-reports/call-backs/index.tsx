import { createFileRoute } from '@tanstack/react-router';
import { CallListPage, callSearch } from '@/features/information-reports/public';

export const Route = createFileRoute('/_app/client-information-reports/call-backs/')({
  staticData: { page: 'informationCalls', permission: 'client-report.read-information' },
  validateSearch: callSearch,
  component: CallListPage,
});
