import { createFileRoute } from '@tanstack/react-router';
import { RoleListPage, roleSearch } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/roles/')({
  staticData: { page: 'roles', nav: { group: 'ORGANISATION', order: 40 }, permission: 'role.read' },
  validateSearch: roleSearch,
  component: RoleListPage,
});
