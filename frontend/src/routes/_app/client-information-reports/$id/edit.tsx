import { createFileRoute } from '@tanstack/react-router';
import { ReportEditPage } from '@/features/information-reports/public';

export const Route = createFileRoute('/_app/client-information-reports/$id/edit')({
  staticData: { page: 'informationReports', permission: 'client-report.submit' },
  component: ReportEditPage,
});
