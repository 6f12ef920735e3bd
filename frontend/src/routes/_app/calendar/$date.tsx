import { createFileRoute } from '@tanstack/react-router';
import { DayPage } from '@/features/calendar/public';

export const Route = createFileRoute('/_app/calendar/$date')({
  staticData: { page: 'calendar' },
  component: DayPage,
});
