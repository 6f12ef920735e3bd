import { createFileRoute } from '@tanstack/react-router';
import { RolePage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/roles/$id/')({
  staticData: { page: 'roles', record: 'role' },
  component: RolePage,
});
