import type { UseQueryResult } from '@tanstack/react-query';
import type { ListPage } from '@/shared/ui/data-table/data-table';
import { pageOfAll } from './whole-list';

/** A query of a whole list as the list component takes one: what matches, a page at a time. */
export function pageQuery<Row>(
  whole: UseQueryResult<{ items: Row[] }>,
  query: Record<string, unknown>,
  matches: (row: Row) => boolean,
): UseQueryResult<ListPage<Row>> {
  const data = whole.data && pageOfAll(whole.data.items.filter(matches), query);
  return { ...whole, data } as UseQueryResult<ListPage<Row>>;
}
