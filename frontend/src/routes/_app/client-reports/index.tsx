import { createFileRoute } from '@tanstack/react-router';
import { ReportPage, reportSearch } from '@/features/clients/public';

export const Route = createFileRoute('/_app/client-reports/')({
  staticData: { page: 'clientReports', nav: { group: 'WORK', order: 40 }, permission: 'client-report.read' },
  validateSearch: reportSearch,
  component: ReportPage,
});
