import dayjs from 'dayjs';
import { recentPeriods } from '@/shared/format/period';
import type { ExceptionRow, TrendLine } from './queries';
import { kinds } from './words';

type Kind = ExceptionRow['kind'];
export type Trend = {
  months: string[];
  rows: { kind: Kind; cells: (TrendLine | null)[] }[];
  most: number;
};

/** A row for each kind that was asked for, a cell for each month; the service names those with something in them. */
export function trendOf(lines: readonly TrendLine[], count: number, day = dayjs()): Trend {
  const months = recentPeriods('MONTH', count, day).reverse();
  const cell = (kind: Kind, month: string) =>
    lines.find((line) => line.kind === kind && line.month === month) ?? null;
  const rows = kinds
    .map((kind) => ({ kind, cells: months.map((month) => cell(kind, month)) }))
    .filter(({ cells }) => cells.some((one) => (one?.requested ?? 0) > 0));
  return { months, rows, most: Math.max(0, ...lines.map(({ requested }) => requested)) };
}
