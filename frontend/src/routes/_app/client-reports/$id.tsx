import { createFileRoute } from '@tanstack/react-router';
import { KeptReportPage } from '@/features/clients/public';

export const Route = createFileRoute('/_app/client-reports/$id')({
  staticData: { page: 'clientReportsKept', record: 'client-report', permission: 'client-report.read' },
  component: KeptReportPage,
});
