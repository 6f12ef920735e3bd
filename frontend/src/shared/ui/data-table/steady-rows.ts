import { useState } from 'react';

type Steady<Row> = { rows: readonly Row[]; hasNews: boolean; accept: () => void };

/** Rows in the order shown so far, each with its newest content; new ones wait, gone ones stay for now. */
export function holdOrder<Row>(
  shown: readonly Row[],
  fresh: readonly Row[],
  idOf: (row: Row) => string,
): readonly Row[] {
  const byId = new Map(fresh.map((row) => [idOf(row), row]));
  return shown.map((row) => byId.get(idOf(row)) ?? row);
}

function sameOrder<Row>(a: readonly Row[], b: readonly Row[], idOf: (row: Row) => string): boolean {
  return a.length === b.length && a.every((row, index) => idOf(row) === idOf(b[index] ?? row));
}

/**
 * Live updates must not move a row from under the pointer or the focus. While `isHeld`, changed content
 * appears in place and a changed order waits behind `accept`; otherwise the newest page shows as it is.
 */
export function useSteadyRows<Row>(
  fresh: readonly Row[],
  pageKey: string,
  isHeld: boolean,
  idOf: (row: Row) => string,
): Steady<Row> {
  const [held, setHeld] = useState({ pageKey, rows: fresh });
  const moved = !sameOrder(held.rows, fresh, idOf);
  const mustHold = isHeld && moved && held.pageKey === pageKey && held.rows.length > 0;
  if (!mustHold && held.rows !== fresh) setHeld({ pageKey, rows: fresh });
  return {
    rows: mustHold ? holdOrder(held.rows, fresh, idOf) : fresh,
    hasNews: mustHold,
    accept: () => setHeld({ pageKey, rows: fresh }),
  };
}
