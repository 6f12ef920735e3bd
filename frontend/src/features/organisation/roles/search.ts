import { listSearch } from '@/shared/ui/data-table/filters';

export const roleFilterKinds = { permission: 'choice' } as const;
export const roleSearch = listSearch(roleFilterKinds);
