import { listSearch } from '@/shared/ui/data-table/filters';

export const marketFilterKinds = {} as const;
export const marketSearch = listSearch(marketFilterKinds);
