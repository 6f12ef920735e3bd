import { createFileRoute } from '@tanstack/react-router';
import { ReadingListPage, readingSearch } from '@/features/readings/public';

export const Route = createFileRoute('/_app/client-readings')({
  staticData: {
    page: 'clientReadings',
    nav: { group: 'WORK', order: 48 },
    permission: 'client-reading.read',
  },
  validateSearch: readingSearch,
  component: ReadingListPage,
});
