import { type ListSearch, listSearch } from '@/shared/ui/data-table/filters';

/** Whose obligations are shown is a switch of its own, and no filter that is taken away. */
export const reaches = ['MINE', 'TEAM', 'ALL'] as const;
export type Whose = (typeof reaches)[number];

export const obligationFilterKinds = {
  state: 'choice',
  kind: 'choice',
  clause: 'text',
  overdue: 'yes-no',
  due_from: 'date',
  due_to: 'date',
  person_id: 'person',
  department_id: 'department',
  escalated: 'yes-no',
  late: 'yes-no',
  subject_id: 'one-of',
} as const;

const filters = listSearch(obligationFilterKinds);

export function whoseOf(value: unknown): Whose | undefined {
  return reaches.find((one) => one === value);
}

/**
 * The page itself begins with one's own. An address that filters and names nobody means everybody's, as it does
 * to the service: a figure that opens the list finds what it counts.
 */
export function obligationSearch(
  raw: Record<string, unknown>,
): ListSearch<typeof obligationFilterKinds> & { whose: Whose } {
  const found = filters(raw);
  const isFiltered = Object.keys(obligationFilterKinds).some((name) => name in found);
  return { ...found, whose: whoseOf(raw.whose) ?? (isFiltered ? 'ALL' : 'MINE') };
}

export type ObligationCalendarSearch = { month?: string; whose?: Whose };

export function obligationCalendarSearch(raw: Record<string, unknown>): ObligationCalendarSearch {
  const isMonth = typeof raw.month === 'string' && /^2\d{3}-(0[1-9]|1[0-2])$/.test(raw.month);
  return { month: isMonth ? String(raw.month) : undefined, whose: whoseOf(raw.whose) };
}
