import { listSearch } from '@/shared/ui/data-table/filters';

export const webhookFilterKinds = { state: 'choice' } as const;
export const webhookSearch = listSearch(webhookFilterKinds);
