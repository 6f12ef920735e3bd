import { createFileRoute } from '@tanstack/react-router';
import { FlowEditPage } from '@/features/approvals/public';

export const Route = createFileRoute('/_app/approval-flows/$code/edit')({
  staticData: { page: 'approvalFlows', permission: 'approval-flow.manage' },
  component: FlowEditPage,
});
