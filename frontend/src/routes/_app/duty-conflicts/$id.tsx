import { createFileRoute } from '@tanstack/react-router';
import { DutyPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/duty-conflicts/$id')({
  staticData: { page: 'dutyConflicts', record: 'duty-conflict', permission: 'role.read' },
  component: DutyPage,
});
