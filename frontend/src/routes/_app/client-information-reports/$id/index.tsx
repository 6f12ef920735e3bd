import { createFileRoute } from '@tanstack/react-router';
import { ReportPage } from '@/features/information-reports/public';

export const Route = createFileRoute('/_app/client-information-reports/$id/')({
  staticData: {
    page: 'informationReports',
    record: 'client-information-report',
    permission: 'client-report.read-information',
  },
  component: ReportPage,
});
