import { createFileRoute } from '@tanstack/react-router';
import { DepartmentEditPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/departments/$id/edit')({
  staticData: { page: 'departments', permission: 'department.manage' },
  component: DepartmentEditPage,
});
