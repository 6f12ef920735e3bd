import { createFileRoute } from '@tanstack/react-router';
import { KeptReportsPage, keptSearch } from '@/features/clients/public';

export const Route = createFileRoute('/_app/client-reports/kept')({
  staticData: { page: 'clientReportsKept', permission: 'client-report.read' },
  validateSearch: keptSearch,
  component: KeptReportsPage,
});
