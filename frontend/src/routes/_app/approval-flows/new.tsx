import { createFileRoute } from '@tanstack/react-router';
import { FlowCreatePage } from '@/features/approvals/public';

export const Route = createFileRoute('/_app/approval-flows/new')({
  staticData: { page: 'approvalFlowCreate', permission: 'approval-flow.manage' },
  component: FlowCreatePage,
});
