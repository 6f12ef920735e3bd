import { listSearch } from '@/shared/ui/data-table/filters';

export const obligationFilterKinds = {
  state: 'choice',
  kind: 'choice',
  clause: 'one-of',
  person_id: 'person',
  department_id: 'department',
  subject_id: 'one-of',
  due_from: 'date',
  due_to: 'date',
  overdue: 'yes-no',
  late: 'yes-no',
  escalated: 'yes-no',
} as const;

export const whoseChoices = ['MINE', 'TEAM', 'ALL'] as const;
export type Whose = (typeof whoseChoices)[number];

const read = listSearch(obligationFilterKinds);
const readWhose = (value: unknown) => whoseChoices.find((one) => one === value);

/** An address without anything shows one's own; a filter that does not say whose is of all, as the service has it. */
export function obligationSearch(raw: Record<string, unknown>) {
  const found = read(raw);
  const isFiltered = Object.keys(obligationFilterKinds).some((name) => name in found);
  return { ...found, whose: readWhose(raw.whose) ?? (isFiltered ? 'ALL' : 'MINE') };
}

export type DueCalendarSearch = { month?: string; whose?: Whose };

export function dueCalendarSearch(raw: Record<string, unknown>): DueCalendarSearch {
  const month = typeof raw.month === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(raw.month);
  return { month: month ? String(raw.month) : undefined, whose: readWhose(raw.whose) };
}
