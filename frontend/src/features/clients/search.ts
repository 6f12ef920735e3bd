import { listSearch } from '@/shared/ui/data-table/filters';

/** The filters of the client list by the API's parameter names; the labels are given where they are shown. */
export const clientFilterKinds = {
  state: 'choice',
  tier: 'choice',
  level: 'choice',
  owner_id: 'person',
  department_id: 'department',
  completeness: 'numbers',
  verification_due_before: 'date',
  updated: 'dates',
} as const;

export const clientSearch = listSearch(clientFilterKinds);
