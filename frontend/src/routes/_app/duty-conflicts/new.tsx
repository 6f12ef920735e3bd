import { createFileRoute } from '@tanstack/react-router';
import { DutyCreatePage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/duty-conflicts/new')({
  staticData: { page: 'dutyCreate', permission: 'duty-conflict.manage' },
  component: DutyCreatePage,
});
