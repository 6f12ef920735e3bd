import { createFileRoute } from '@tanstack/react-router';
import { GrantPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/role-grants/$id')({
  staticData: { page: 'roles', record: 'role-grant', permission: 'role.read' },
  component: GrantPage,
});
