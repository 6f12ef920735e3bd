import { createFileRoute } from '@tanstack/react-router';
import { CompliancePage, complianceSearch } from '@/features/compliance/public';

export const Route = createFileRoute('/_app/compliance')({
  staticData: { page: 'compliance', nav: { group: 'HANDBOOK', order: 15 }, permission: 'compliance.read' },
  validateSearch: complianceSearch,
  component: CompliancePage,
});
