import { listSearch } from '@/shared/ui/data-table/filters';

export const keptFilterKinds = { period_kind: 'choice', period: 'text', made_by: 'person' } as const;
export const keptSearch = listSearch(keptFilterKinds);
