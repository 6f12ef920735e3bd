import { createFileRoute } from '@tanstack/react-router';
import { ExceptionPage } from '@/features/exceptions/public';

export const Route = createFileRoute('/_app/exceptions/$id')({
  staticData: { page: 'exceptions', record: 'exception', permission: 'obligation.read' },
  component: ExceptionPage,
});
