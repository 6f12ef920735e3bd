import dayjs from 'dayjs';

export type PeriodKind = 'MONTH' | 'QUARTER' | 'YEAR';

const months: Record<PeriodKind, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The name of the period of this kind that holds a day: `2026-11`, `2026-Q4`, `2026`. */
export function periodOf(kind: PeriodKind, day = dayjs()): string {
  if (kind === 'MONTH') return day.format('YYYY-MM');
  if (kind === 'YEAR') return day.format('YYYY');
  return `${day.year()}-Q${Math.floor(day.month() / 3) + 1}`;
}

export function kindOf(period: string): PeriodKind {
  if (period.includes('Q')) return 'QUARTER';
  return period.includes('-') ? 'MONTH' : 'YEAR';
}

/** The latest periods of a kind, the present one first. */
export function recentPeriods(kind: PeriodKind, count: number, day = dayjs()): string[] {
  return Array.from({ length: count }, (_, back) =>
    periodOf(kind, day.subtract(back * months[kind], 'month')),
  );
}

/** `2026-12` and so many months on. */
export function monthAfter(month: string, by: number): string {
  return periodOf('MONTH', dayjs(`${month}-01`).add(by, 'month'));
}

export function firstAndLast(period: string): { from: string; to: string } {
  const [year, part = '1'] = period.split('-');
  const kind = kindOf(period);
  const before = kind === 'QUARTER' ? (Number(part.slice(1)) - 1) * months.QUARTER : Number(part) - 1;
  const first = dayjs(`${year}-01-01`).add(before, 'month');
  const last = first.add(months[kind], 'month').subtract(1, 'day');
  return { from: first.format('YYYY-MM-DD'), to: last.format('YYYY-MM-DD') };
}
