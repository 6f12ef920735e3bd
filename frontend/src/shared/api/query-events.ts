import type { Query } from '@tanstack/react-query';

declare module '@tanstack/react-query' {
  interface Register {
    /** Further resource types whose events change what was read: a calendar is made of days, years and patterns. */
    queryMeta: { changedBy?: readonly string[] };
  }
}

/** Whether an event of this resource type changes what a query has read. */
export function concerns(type: string, { queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>): boolean {
  return queryKey[0] === type || (meta?.changedBy?.includes(type) ?? false);
}
