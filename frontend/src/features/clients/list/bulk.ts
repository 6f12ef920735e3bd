import type { components } from '@/shared/api/schema';
import type { Selection } from '@/shared/ui/data-table/selection';

/** One act on the files that were ticked, or on all that match. */
export type Bulk = { action: components['schemas']['BulkAction']; selection: Selection };
