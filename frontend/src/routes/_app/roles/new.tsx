import { createFileRoute } from '@tanstack/react-router';
import { RoleCreatePage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/roles/new')({
  staticData: { page: 'roleCreate', permission: 'role.manage' },
  component: RoleCreatePage,
});
