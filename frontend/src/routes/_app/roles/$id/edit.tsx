import { createFileRoute } from '@tanstack/react-router';
import { RoleEditPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/roles/$id/edit')({
  staticData: { page: 'roles', permission: 'role.manage' },
  component: RoleEditPage,
});
