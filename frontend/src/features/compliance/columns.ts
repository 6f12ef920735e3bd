import type { Cell } from './csv';
import type { Line } from './queries';

/** What is counted of whatever fell due. */
export const duties = ['due', 'in_time', 'late', 'missed', 'excused'] as const;
export const departures = ['refused', 'exceptions'] as const;

export function figureOf(line: Line, name: (typeof duties)[number] | (typeof departures)[number]) {
  const isDuty = (duties as readonly string[]).includes(name);
  return isDuty && !line.has_obligations ? null : line[name];
}

/** Whether anything of the rule was counted. */
export function isCounted(line: Line): boolean {
  return [...duties, ...departures].some((name) => line[name].count > 0);
}

type Words = { heads: readonly string[]; module: (code: string) => string };

/** The table as it is shown, for a file. */
export function sheetOf(lines: readonly Line[], { heads, module }: Words): Cell[][] {
  const rows = lines.map((line): Cell[] => [
    line.rule,
    line.title,
    module(line.module),
    ...duties.map((name) => figureOf(line, name)?.count ?? null),
    line.rate ?? null,
    ...departures.map((name) => line[name].count),
  ]);
  return [[...heads], ...rows];
}
