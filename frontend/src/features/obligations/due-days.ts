import dayjs from 'dayjs';
import type { DueDay } from './queries';
import type { Whose } from './search';

const format = 'YYYY-MM';

/** The first and the last day of a month. */
export function bounds(month: string): { from: string; to: string } {
  const first = dayjs(`${month}-01`);
  return { from: first.format('YYYY-MM-DD'), to: first.endOf('month').format('YYYY-MM-DD') };
}

export function stepOf(month: string, by: 1 | -1): string {
  return dayjs(`${month}-01`).add(by, 'month').format(format);
}

export const isEmpty = ({ open, fulfilled, excused }: DueDay) => open + fulfilled + excused === 0;

/** The list of what a day of the calendar counts: what ended without an act is no part of it. */
export function listOf(day: string, whose: Whose): string {
  return `/obligations?whose=${whose}&due_from=${day}&due_to=${day}&state=OPEN&state=FULFILLED&state=EXCUSED`;
}

export type Mark = { name: 'overdue' | 'open' | 'late' | 'done' | 'excused'; count: number };

/** What a day says of itself, the urgent first; each of its obligations is in one figure alone. */
export function marksOf({ open, overdue, fulfilled, late, excused }: DueDay): Mark[] {
  const marks: Mark[] = [
    { name: 'overdue', count: overdue },
    { name: 'open', count: open - overdue },
    { name: 'late', count: late },
    { name: 'done', count: fulfilled - late },
    { name: 'excused', count: excused },
  ];
  return marks.filter(({ count }) => count > 0);
}
