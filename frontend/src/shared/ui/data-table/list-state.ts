import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { defaultPageSize, type FilterKinds, type ListSearch, parametersOf } from './filters';

type Params = Record<string, unknown>;

/** The screen state of a list, all of it in the address, and the moves it allows. */
export type ListState = {
  search: Params;
  /** Exactly what the list endpoint takes: filters, sort, limit and cursor. */
  query: Params;
  /** The filters and the sort alone: what a saved view keeps and a bulk action over all matches sends. */
  filters: Params;
  /** Whether anything is there that `clearFilters` takes away. */
  isFiltered: boolean;
  sort: string | undefined;
  limit: number;
  page: number;
  setFilters: (patch: Params) => void;
  clearFilters: () => void;
  setSort: (sort: string | undefined) => void;
  setLimit: (limit: number) => void;
  showView: (view: string | undefined, query: Params, replace?: boolean) => void;
  next: (cursor: string) => void;
  previous: () => void;
  hasPrevious: boolean;
};

const placeOnly = ['cursor', 'page', 'view', 'limit'];

function without(search: Params, names: readonly string[]): Params {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)));
}

function compact(search: Params): Params {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

type Move = (search: Params, cursors: readonly string[], replace?: boolean) => void;

function moves(search: Params, cursors: readonly string[], go: Move, cleared: readonly string[]) {
  const restart = (patch: Params) => go(compact({ ...without(search, ['cursor', 'page']), ...patch }), []);
  const cursor = typeof search.cursor === 'string' ? search.cursor : '';
  return {
    setFilters: restart,
    clearFilters: () => go(without(search, [...cleared, 'cursor', 'page', 'view']), []),
    setSort: (sort: string | undefined) => restart({ sort }),
    setLimit: (limit: number) => restart({ limit: limit === defaultPageSize ? undefined : limit }),
    showView: (view: string | undefined, query: Params, replace = false) =>
      go(compact({ ...query, view }), [], replace),
    next: (nextCursor: string) =>
      go({ ...search, cursor: nextCursor, page: pageOf(search) + 1 }, [...cursors, cursor]),
    previous: () => {
      const back = cursors.at(-1);
      const page = back ? pageOf(search) - 1 : undefined;
      go(compact({ ...search, cursor: back, page }), cursors.slice(0, -1));
    },
  };
}

function pageOf(search: Params): number {
  return typeof search.page === 'number' ? search.page : 1;
}

/**
 * The cursors of the pages before this one travel in the history entry, not in the address: an address
 * stays short enough to send, and one opened elsewhere simply goes back to the first page.
 */
export function useListState<F extends FilterKinds>(kinds: F): ListState {
  const current: object = useSearch({ strict: false });
  const search = current as ListSearch<F> & Params;
  const cursors = useRouterState({ select: (state) => state.location.state.cursors }) ?? [];
  const navigate = useNavigate();
  return useMemo(() => {
    const cleared = ['q', ...Object.entries(kinds).flatMap(([id, kind]) => parametersOf(id, kind))];
    const go: Move = (next, stack, replace) => {
      navigate({
        to: '.',
        search: next as never,
        state: { cursors: [...stack] },
        replace,
        resetScroll: true,
      });
    };
    const filters = without(search, placeOnly);
    const limit = typeof search.limit === 'number' ? search.limit : defaultPageSize;
    return {
      search,
      filters,
      query: compact({ ...filters, limit, cursor: search.cursor, include_total: true }),
      isFiltered: cleared.some((name) => search[name] !== undefined),
      sort: search.sort,
      limit,
      page: pageOf(search),
      hasPrevious: Boolean(search.cursor),
      ...moves(search, cursors, go, cleared),
    };
  }, [search, cursors, navigate, kinds]);
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    cursors?: string[];
  }
}
