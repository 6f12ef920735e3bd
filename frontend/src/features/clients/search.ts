import dayjs from 'dayjs';
import { listSearch } from '@/shared/ui/data-table/filters';

/** The filters of the client list by the API's parameter names; the labels are given where they are shown. */
export const clientFilterKinds = {
  state: 'choice',
  tier: 'choice',
  kind: 'choice',
  level: 'choice',
  level_until_before: 'date',
  level_until_after: 'date',
  owner_id: 'person',
  owner_left: 'yes-no',
  owner_moved: 'yes-no',
  department_id: 'department',
  site_id: 'text',
  industry: 'text',
  region: 'text',
  without: 'choice',
  group_buy: 'yes-no',
  compliant: 'yes-no',
  completeness: 'numbers',
  employees: 'numbers',
  surveyed: 'choice',
  last_contact_before: 'date',
  qualification_ends_before: 'date',
  verification_due_after: 'date',
  verification_due_before: 'date',
  verified: 'dates',
  moved: 'choice',
  moved_after: 'date',
  moved_before: 'date',
  inferior: 'choice',
  status: 'choice',
  created: 'dates',
  updated: 'dates',
} as const;

export const clientSearch = listSearch(clientFilterKinds);

const times = [
  'last_contact_before',
  ...['created', 'updated', 'verified', 'moved'].flatMap((name) => [`${name}_after`, `${name}_before`]),
];

/**
 * What the service takes for what stands in the address: days are picked where it takes times, and a day
 * named as the last one is meant to its end.
 */
export function serviceQuery(search: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => {
      if (!times.includes(name) || typeof value !== 'string' || value.length > 10) return [name, value];
      const day = dayjs(value).startOf('day');
      return [name, (name.endsWith('_before') ? day.add(1, 'day') : day).toISOString()];
    }),
  );
}
