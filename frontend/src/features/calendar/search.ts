type Raw = Record<string, unknown>;
export type CalendarSearch = { year?: number; month?: number };

const whole = (value: unknown, min: number, max: number): number | undefined => {
  const figure = Number(value);
  const isThere = typeof value === 'number' || (typeof value === 'string' && value !== '');
  return isThere && Number.isInteger(figure) && figure >= min && figure <= max ? figure : undefined;
};

export const firstYear = 2000;
export const lastYear = 2100;

/** Without a month the whole year is shown; what cannot be a year or a month is dropped. */
export function calendarSearch(raw: Raw): CalendarSearch {
  return { year: whole(raw.year, firstYear, lastYear), month: whole(raw.month, 1, 12) };
}

export type DeadlineSearch = { from?: string; unit?: 'DAYS' | 'HOURS'; amount?: number };

/** The longest term that the service computes is ten years of working days. */
const longest = 5000;

export function deadlineSearch(raw: Raw): DeadlineSearch {
  const isInstant = typeof raw.from === 'string' && !Number.isNaN(Date.parse(raw.from));
  return {
    from: isInstant ? String(raw.from) : undefined,
    unit: raw.unit === 'HOURS' || raw.unit === 'DAYS' ? raw.unit : undefined,
    amount: whole(raw.amount, 0, longest),
  };
}
