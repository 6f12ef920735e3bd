import { createFileRoute } from '@tanstack/react-router';
import { AuditEntryPage } from '@/features/audit/public';

export const Route = createFileRoute('/_app/audit/$id')({
  staticData: { page: 'audit', permission: 'audit.read' },
  component: AuditEntryPage,
});
