import { listSearch } from '@/shared/ui/data-table/filters';

export const readingFilterKinds = {
  client_id: 'one-of',
  person_id: 'person',
  way: 'choice',
  level: 'choice',
  read: 'dates',
} as const;
export const readingSearch = listSearch(readingFilterKinds);
