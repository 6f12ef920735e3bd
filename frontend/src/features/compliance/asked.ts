import { periodOf } from '@/shared/format/period';
import { type Days, daysOf, readDays, readPeriod } from './period';
import type { ComplianceSearch } from './search';

/** The period of the address, else the present month; none where it names days of its own. */
export function periodAsked(search: ComplianceSearch): string | undefined {
  if (readDays(search.from, search.to)) return undefined;
  return readPeriod(search.period) ?? periodOf('MONTH');
}

/** The days that an address means. */
export function daysAsked(search: ComplianceSearch): Days {
  return readDays(search.from, search.to) ?? daysOf(readPeriod(search.period) ?? periodOf('MONTH'));
}
