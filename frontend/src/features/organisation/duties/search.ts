import { listSearch } from '@/shared/ui/data-table/filters';

export const dutyFilterKinds = { include_ended: 'yes-no', permission: 'choice' } as const;
export const dutySearch = listSearch(dutyFilterKinds);
