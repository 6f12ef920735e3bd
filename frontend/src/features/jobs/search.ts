import { listSearch } from '@/shared/ui/data-table/filters';

export const jobFilterKinds = { state: 'choice', owner_id: 'person', everybody: 'yes-no' } as const;
export const jobSearch = listSearch(jobFilterKinds);
export const jobStates = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
