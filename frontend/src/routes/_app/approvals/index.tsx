import { createFileRoute } from '@tanstack/react-router';
import { InboxPage, inboxSearch } from '@/features/approvals/public';

export const Route = createFileRoute('/_app/approvals/')({
  staticData: { page: 'approvals', nav: { group: 'WORK', order: 15 }, permission: 'approval.read' },
  validateSearch: inboxSearch,
  component: InboxPage,
});
