import dayjs from 'dayjs';
import { today } from '@/shared/format/date';
import { firstAndLast, kindOf, type PeriodKind } from '@/shared/format/period';

/** A month, a quarter, or days of one's own. */
export type Span = Exclude<PeriodKind, 'YEAR'> | 'CUSTOM';
export type Days = { from: string; to: string };

/** What the service counts at most: a year and a day. */
const mostDays = 366;

const pattern = /^2\d{3}-(0[1-9]|1[0-2]|Q[1-4])$/;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^2\d{3}-\d{2}-\d{2}$/.test(value) && dayjs(value).isValid();

export function readPeriod(value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

/** From its first day to its last, or to today while it lasts: what is not due yet was neither kept nor broken. */
export function daysOf(period: string, day = today()): Days {
  const { from, to } = firstAndLast(period);
  return { from, to: from <= day && day < to ? day : to };
}

/** Both days, in order and not too far apart; else none. */
export function readDays(from: unknown, to: unknown): Days | undefined {
  if (!isDay(from) || !isDay(to)) return undefined;
  const between = dayjs(to).diff(dayjs(from), 'day');
  return between >= 0 && between <= mostDays ? { from, to } : undefined;
}

export function spanOf(period: string | undefined): Span {
  if (period === undefined) return 'CUSTOM';
  return kindOf(period) === 'QUARTER' ? 'QUARTER' : 'MONTH';
}
