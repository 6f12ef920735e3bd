import type { Client } from './queries';

export type Level = Client['level'];

/** None any more, and the three in rising order (A-SEC-02). */
const rising: readonly Level[] = ['DECLASSIFIED', 'SECRET', 'CONFIDENTIAL', 'TOP_SECRET'];

/** By its rank, as records say it that are of no file of their own: 0 none, 1 to 3 rising. */
export function levelOfRank(rank: number): Level {
  return rising[rank] ?? 'DECLASSIFIED';
}

export function higher(one: Level, other: Level): Level {
  return rising.indexOf(other) > rising.indexOf(one) ? other : one;
}

/** 机密 and above are marked wherever they are read. */
export function isMarked(level: Level): boolean {
  return rising.indexOf(level) >= rising.indexOf('CONFIDENTIAL');
}
