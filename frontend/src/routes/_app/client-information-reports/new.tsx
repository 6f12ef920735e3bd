import { createFileRoute } from '@tanstack/react-router';
import { ReportCreatePage } from '@/features/information-reports/public';

export const Route = createFileRoute('/_app/client-information-reports/new')({
  staticData: { page: 'informationReportCreate', permission: 'client-report.submit' },
  component: ReportCreatePage,
});
