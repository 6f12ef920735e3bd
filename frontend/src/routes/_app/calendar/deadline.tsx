import { createFileRoute } from '@tanstack/react-router';
import { DeadlinePage, deadlineSearch } from '@/features/calendar/public';

export const Route = createFileRoute('/_app/calendar/deadline')({
  staticData: { page: 'deadline' },
  validateSearch: deadlineSearch,
  component: DeadlinePage,
});
