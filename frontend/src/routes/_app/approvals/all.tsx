import { createFileRoute } from '@tanstack/react-router';
import { ApprovalListPage, approvalSearch } from '@/features/approvals/public';

export const Route = createFileRoute('/_app/approvals/all')({
  staticData: { page: 'approvalRecords', permission: 'approval.read' },
  validateSearch: approvalSearch,
  component: ApprovalListPage,
});
