import dayjs from 'dayjs';

export type PeriodKind = 'MONTH' | 'QUARTER' | 'CUSTOM';
export type Days = { from: string; to: string };
type Named = Exclude<PeriodKind, 'CUSTOM'>;

export const offered: Record<Named, number> = { MONTH: 24, QUARTER: 12 };
/** What the service counts at most: a year and a day. */
const mostDays = 366;

const form = 'YYYY-MM-DD';
const pattern = /^2\d{3}-(0[1-9]|1[0-2]|Q[1-4])$/;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^2\d{3}-\d{2}-\d{2}$/.test(value) && dayjs(value).isValid();

/** `2026-11` or `2026-Q4`, whichever holds the day. */
export function periodOf(kind: Named, day = dayjs()): string {
  if (kind === 'MONTH') return day.format('YYYY-MM');
  return `${day.year()}-Q${Math.floor(day.month() / 3) + 1}`;
}

/** The latest ones, the present one first. */
export function recentPeriods(kind: Named, day = dayjs()): string[] {
  const step = kind === 'MONTH' ? 1 : 3;
  // From the first of the month: the 31st has no day to go back to in a month of 30.
  const first = day.startOf('month');
  return Array.from({ length: offered[kind] }, (_, back) =>
    periodOf(kind, first.subtract(back * step, 'month')),
  );
}

export function readPeriod(value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

/** From its first day to its last, or to today while it lasts: what is not due yet was neither kept nor broken. */
export function daysOf(period: string, day = dayjs()): Days {
  const [year, part = ''] = period.split('-');
  const isQuarter = part.startsWith('Q');
  const month = isQuarter ? (Number(part.slice(1)) - 1) * 3 + 1 : Number(part);
  const first = dayjs(`${year}-${String(month).padStart(2, '0')}-01`);
  const last = first.add(isQuarter ? 2 : 0, 'month').endOf('month');
  const end = day.isBefore(last) && !day.isBefore(first) ? day : last;
  return { from: first.format(form), to: end.format(form) };
}

/** Both days, in order and not too far apart; else none. */
export function readDays(from: unknown, to: unknown): Days | undefined {
  if (!isDay(from) || !isDay(to)) return undefined;
  const between = dayjs(to).diff(dayjs(from), 'day');
  return between >= 0 && between <= mostDays ? { from, to } : undefined;
}

export function kindOf(period: string | undefined): PeriodKind {
  if (period === undefined) return 'CUSTOM';
  return period.includes('Q') ? 'QUARTER' : 'MONTH';
}
