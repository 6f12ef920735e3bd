import { listSearch } from '@/shared/ui/data-table/filters';

export const siteFilterKinds = { include_closed: 'yes-no' } as const;
export const siteSearch = listSearch(siteFilterKinds);
