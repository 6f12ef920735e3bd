import { createFileRoute } from '@tanstack/react-router';
import { DepartmentPage } from '@/features/organisation/public';

export const Route = createFileRoute('/_app/departments/$id/')({
  staticData: { page: 'departments', record: 'department' },
  component: DepartmentPage,
});
