import type { Client } from './queries';

export type Level = Client['level'];

/** None any more, and the three in rising order (A-SEC-02). */
const rising: readonly Level[] = ['DECLASSIFIED', 'SECRET', 'CONFIDENTIAL', 'TOP_SECRET'];

export function higher(one: Level, other: Level): Level {
  return rising.indexOf(other) > rising.indexOf(one) ? other : one;
}

/** 机密 and above are marked wherever they are read. */
export function isMarked(level: Level): boolean {
  return rising.indexOf(level) >= rising.indexOf('CONFIDENTIAL');
}
