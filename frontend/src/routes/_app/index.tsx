import { createFileRoute } from '@tanstack/react-router';
import { WorkbenchPage } from '@/features/workbench/public';

export const Route = createFileRoute('/_app/')({
  staticData: { page: 'workbench', nav: { group: 'WORK', order: 10 } },
  component: WorkbenchPage,
});
