import { listSearch } from '@/shared/ui/data-table/filters';

/** The filters of the list of people by the API's parameter names. */
export const personFilterKinds = {
  status: 'choice',
  department_id: 'department',
  site_id: 'choice',
  role_id: 'choice',
} as const;

export const personSearch = listSearch(personFilterKinds);
