import dayjs from 'dayjs';

export type PeriodKind = 'MONTH' | 'QUARTER' | 'YEAR';

const pattern = /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/;

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

const months: Record<PeriodKind, number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The latest periods of a kind, the present one first. */
export function recentPeriods(kind: PeriodKind, count: number, day = dayjs()): string[] {
  return Array.from({ length: count }, (_, back) =>
    periodOf(kind, day.subtract(back * months[kind], 'month')),
  );
}

export function reportSearch(raw: Record<string, unknown>): { period?: string } {
  // A year alone is read as a number from the address.
  const period = String(raw.period ?? '');
  return pattern.test(period) ? { period } : {};
}

/** Whether the archive was counted after the period had ended. */
export function isOver({ to, as_of }: { to: string; as_of: string }): boolean {
  return dayjs(as_of).format('YYYY-MM-DD') > to;
}
