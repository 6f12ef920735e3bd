import { listSearch } from '@/shared/ui/data-table/filters';

export const notificationFilters = { unread: 'yes-no' } as const;
export const notificationSearch = listSearch(notificationFilters);
