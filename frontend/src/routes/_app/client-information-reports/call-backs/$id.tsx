import { createFileRoute } from '@tanstack/react-router';
import { CallPage } from '@/features/information-reports/public';

export const Route = createFileRoute('/_app/client-information-reports/call-backs/$id')({
  staticData: {
    page: 'informationCalls',
    record: 'client-information-report-call-back',
    permission: 'client-report.read-information',
  },
  component: CallPage,
});
