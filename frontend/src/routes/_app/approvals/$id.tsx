import { createFileRoute } from '@tanstack/react-router';
import { ApprovalPage } from '@/features/approvals/public';

export const Route = createFileRoute('/_app/approvals/$id')({
  staticData: { page: 'approvals', record: 'approval', permission: 'approval.read' },
  component: ApprovalPage,
});
