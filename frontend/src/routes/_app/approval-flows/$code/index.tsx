import { createFileRoute } from '@tanstack/react-router';
import { FlowPage } from '@/features/approvals/public';

export const Route = createFileRoute('/_app/approval-flows/$code/')({
  staticData: { page: 'approvalFlows', permission: 'approval.read' },
  component: FlowPage,
});
