import { listSearch } from '@/shared/ui/data-table/filters';

export const apiKeyFilterKinds = { active: 'yes-no' } as const;
export const apiKeySearch = listSearch(apiKeyFilterKinds);
