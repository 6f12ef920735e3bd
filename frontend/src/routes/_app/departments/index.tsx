import { createFileRoute } from '@tanstack/react-router';
import { DepartmentTreePage, departmentSearch } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/departments/')({
  staticData: { page: 'departments', nav: { group: 'ORGANISATION', order: 20 } },
  validateSearch: departmentSearch,
  component: DepartmentTreePage,
});
