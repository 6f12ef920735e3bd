import dayjs from 'dayjs';

/** As far back as a report that is missing may still be handed in. */
const monthsBack = 12;

/** The months whose reports may be submitted and called about, this one first: `2026-12`. */
export function openMonths(day = dayjs()): string[] {
  const first = day.startOf('month');
  return Array.from({ length: monthsBack + 1 }, (_, back) => first.subtract(back, 'month').format('YYYY-MM'));
}

export const monthOptions = () => openMonths().map((month) => ({ value: month, label: month }));
