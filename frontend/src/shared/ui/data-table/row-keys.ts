import type { KeyboardEvent } from 'react';

type Moves = {
  count: number;
  active: number;
  move: (index: number) => void;
  open: () => void;
  toggle: () => void;
};

function target(key: string, active: number, last: number): number | null {
  if (key === 'j' || key === 'ArrowDown') return Math.min(active + 1, last);
  if (key === 'k' || key === 'ArrowUp') return Math.max(active - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

/**
 * j/k and the arrows move, Enter opens, x ticks. They work only while the focus is on a row (WCAG 2.1.4):
 * a letter typed elsewhere, by hand or by speech, does nothing.
 */
export function onRowKey(
  event: KeyboardEvent<HTMLElement>,
  { count, active, move, open, toggle }: Moves,
): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const to = target(event.key, active, count - 1);
  if (to !== null) move(to);
  else if (event.key === 'Enter') open();
  else if (event.key === 'x') toggle();
  else return;
  event.preventDefault();
}
