import { daysUntil } from '@/shared/format/date';
import type { ObligationDay, ObligationRow } from './queries';
import type { Whose } from './search';

const pad = (figure: number) => String(figure).padStart(2, '0');

/** `2026-12` and so many months on. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, one = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, one - 1 + by, 1));
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}`;
}

export function firstAndLast(month: string): { from: string; to: string } {
  const [year = 0, one = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, one, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${pad(last)}` };
}

/** How many fall due on a day; what is void by now is not among them. */
export const countOf = ({ open, fulfilled, excused }: ObligationDay) => open + fulfilled + excused;

/** The list of exactly what is counted on a day. */
export function listOfDay(day: string, whose: Whose): string {
  const states = ['OPEN', 'FULFILLED', 'EXCUSED'].map((state) => `state=${state}`).join('&');
  return `/obligations?whose=${whose}&${states}&due_from=${day}&due_to=${day}`;
}

/** Its moment has passed and its day has not: the day alone would not say that it is late. */
export function isLateToday({ overdue, due_on }: Pick<ObligationRow, 'overdue' | 'due_on'>): boolean {
  return overdue && daysUntil(due_on) >= 0;
}
