import type { ObligationDay } from './queries';
import type { Whose } from './search';

/** How many fall due on a day; what is void by now is not among them. */
export const countOf = ({ open, fulfilled, excused }: ObligationDay) => open + fulfilled + excused;

/** The list of exactly what is counted on a day. */
export function listOfDay(day: string, whose: Whose): string {
  const states = ['OPEN', 'FULFILLED', 'EXCUSED'].map((state) => `state=${state}`).join('&');
  return `/obligations?whose=${whose}&${states}&due_from=${day}&due_to=${day}`;
}
