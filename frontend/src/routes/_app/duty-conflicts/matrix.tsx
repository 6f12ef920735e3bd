import { createFileRoute } from '@tanstack/react-router';
import { DutyMatrixPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/duty-conflicts/matrix')({
  staticData: { page: 'dutyMatrix', permission: 'role.read' },
  component: DutyMatrixPage,
});
