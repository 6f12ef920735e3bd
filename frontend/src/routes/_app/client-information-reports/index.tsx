import { createFileRoute } from '@tanstack/react-router';
import { informationReportSearch, ReportListPage } from '@/features/information-reports/public';

export const Route = createFileRoute('/_app/client-information-reports/')({
  staticData: {
    page: 'informationReports',
    nav: { group: 'WORK', order: 43 },
    permission: 'client-report.read-information',
  },
  validateSearch: informationReportSearch,
  component: ReportListPage,
});
