import { createFileRoute } from '@tanstack/react-router';
import { FlowListPage } from '@/features/approvals/public';

export const Route = createFileRoute('/_app/approval-flows/')({
  staticData: {
    page: 'approvalFlows',
    nav: { group: 'HANDBOOK', order: 40 },
    permission: 'approval.read',
  },
  component: FlowListPage,
});
