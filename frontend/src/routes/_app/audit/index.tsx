import { createFileRoute } from '@tanstack/react-router';
import { AuditListPage, auditSearch } from '@/features/audit/public';

export const Route = createFileRoute('/_app/audit/')({
  staticData: { page: 'audit', nav: { group: 'RECORDS', order: 10 }, permission: 'audit.read' },
  validateSearch: auditSearch,
  component: AuditListPage,
});
