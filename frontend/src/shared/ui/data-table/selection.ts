import { useCallback, useMemo, useState } from 'react';

/** Ticked rows by id, or every row that matches the filters. */
export type Selection =
  | { kind: 'IDS'; ids: string[] }
  | { kind: 'ALL_MATCHING'; query: Record<string, unknown> };

export type SelectionState = {
  selection: Selection;
  count: number | null;
  isSelected: (id: string) => boolean;
  toggle: (id: string) => void;
  togglePage: (ids: readonly string[]) => void;
  selectAllMatching: () => void;
  clear: () => void;
};

const none: ReadonlySet<string> = new Set();

/** Selection belongs to one set of filters: other filters, other rows, so it empties when they change. */
export function useSelection(filters: Record<string, unknown>, total: number | null): SelectionState {
  const scope = JSON.stringify(filters);
  const [held, setHeld] = useState({ scope, ids: none, all: false });
  const current = held.scope === scope ? held : { scope, ids: none, all: false };
  const { ids, all } = current;
  const put = useCallback((next: ReadonlySet<string>) => setHeld({ scope, ids: next, all: false }), [scope]);
  return useMemo(
    () => ({
      selection: all ? { kind: 'ALL_MATCHING', query: filters } : { kind: 'IDS', ids: [...ids] },
      count: all ? total : ids.size,
      isSelected: (id) => all || ids.has(id),
      toggle: (id) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        put(next);
      },
      togglePage: (page) => {
        const whole = page.every((id) => ids.has(id));
        const next = new Set(ids);
        for (const id of page) whole ? next.delete(id) : next.add(id);
        put(all ? none : next);
      },
      selectAllMatching: () => setHeld({ scope, ids: none, all: true }),
      clear: () => put(none),
    }),
    [all, ids, filters, total, scope, put],
  );
}
