import type { Query, QueryClient } from '@tanstack/react-query';

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

/**
 * Reads again what an event of this type changes. A first reading that is under way may have been answered
 * before the change, and would only be joined: it begins anew.
 */
export async function readAgain(cache: QueryClient, type: string): Promise<void> {
  const predicate = (query: Query) => concerns(type, query);
  await cache.cancelQueries({
    predicate: (query) => query.state.data === undefined && predicate(query),
    fetchStatus: 'fetching',
  });
  await cache.invalidateQueries({ predicate });
}
