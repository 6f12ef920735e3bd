import { listSearch } from '@/shared/ui/data-table/filters';

export const inboxFilterKinds = { state: 'choice', overdue: 'yes-no' } as const;
export const inboxSearch = listSearch(inboxFilterKinds);

export const approvalFilterKinds = { state: 'choice', requested_by: 'person' } as const;
export const approvalSearch = listSearch(approvalFilterKinds);
