import { createFileRoute } from '@tanstack/react-router';
import { DepartmentCreatePage, parentSearch } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/departments/new')({
  staticData: { page: 'departmentCreate', permission: 'department.manage' },
  validateSearch: parentSearch,
  component: DepartmentCreatePage,
});
