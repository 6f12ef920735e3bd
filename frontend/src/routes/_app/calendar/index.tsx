import { createFileRoute } from '@tanstack/react-router';
import { CalendarPage, calendarSearch } from '@/features/calendar/public';

export const Route = createFileRoute('/_app/calendar/')({
  staticData: { page: 'calendar', nav: { group: 'HANDBOOK', order: 30 } },
  validateSearch: calendarSearch,
  component: CalendarPage,
});
