import { createFileRoute } from '@tanstack/react-router';
import { WeekPatternPage } from '@/features/calendar/public';

export const Route = createFileRoute('/_app/calendar/week-pattern')({
  staticData: { page: 'weekPattern' },
  component: WeekPatternPage,
});
