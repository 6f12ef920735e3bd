import type { ListPage } from '@/shared/ui/data-table/data-table';

type Query = Record<string, unknown>;

/** A list that the service answers as a whole, shown a page at a time; the cursor is a place in it. */
export function pageOfAll<Row>(items: readonly Row[], { limit, cursor }: Query): ListPage<Row> {
  const size = typeof limit === 'number' ? limit : items.length;
  const start = Math.max(0, Math.trunc(Number(cursor ?? 0)) || 0);
  const hasMore = start + size < items.length;
  return {
    items: items.slice(start, start + size),
    page: {
      limit: size,
      has_more: hasMore,
      next_cursor: hasMore ? String(start + size) : null,
      total: items.length,
      total_capped: false,
    },
  };
}

/** Whether any of the texts holds what is searched for; case makes no difference. */
export function holds(q: unknown, texts: readonly (string | null | undefined)[]): boolean {
  if (typeof q !== 'string' || q.trim() === '') return true;
  const wanted = q.trim().toLowerCase();
  return texts.some((text) => text?.toLowerCase().includes(wanted));
}
