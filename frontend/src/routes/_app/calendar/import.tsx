import { createFileRoute } from '@tanstack/react-router';
import { CalendarImportPage } from '@/features/calendar/public';

export const Route = createFileRoute('/_app/calendar/import')({
  staticData: { page: 'calendarImport', permission: 'calendar.manage' },
  component: CalendarImportPage,
});
