import { type Days, daysOf, periodOf, readDays, readPeriod } from './period';

/** All that the page shows is in its address: the days, of whom, which rules, and whose people are unfolded. */
export type ComplianceSearch = {
  period?: string;
  from?: string;
  to?: string;
  department_id?: string;
  module?: string;
  /** Rules of which nothing was counted as well. */
  all?: boolean;
  /** The rule shown person by person. */
  rule?: string;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export function complianceSearch(raw: Record<string, unknown>): ComplianceSearch {
  const days = readDays(raw.from, raw.to);
  return {
    ...(days ?? { period: readPeriod(raw.period) }),
    department_id: text(raw.department_id),
    module: text(raw.module),
    all: raw.all === true ? true : undefined,
    rule: text(raw.rule),
  };
}

/** The days that an address means: those it names, else its period, else the present month. */
export function daysAsked(search: ComplianceSearch): Days {
  return readDays(search.from, search.to) ?? daysOf(search.period ?? periodOf('MONTH'));
}

/** The period of the address; none where it names days of its own. */
export function periodAsked(search: ComplianceSearch): string | undefined {
  if (readDays(search.from, search.to)) return undefined;
  return search.period ?? periodOf('MONTH');
}
