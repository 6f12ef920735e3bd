import { createFileRoute } from '@tanstack/react-router';
import { ObligationCalendarPage, obligationCalendarSearch } from '@/features/obligations/public';

export const Route = createFileRoute('/_app/obligations/calendar')({
  staticData: { page: 'obligationCalendar', permission: 'obligation.read' },
  validateSearch: obligationCalendarSearch,
  component: ObligationCalendarPage,
});
