import { listSearch } from '@/shared/ui/data-table/filters';

export const exceptionFilterKinds = {
  kind: 'choice',
  state: 'choice',
  clause: 'text',
  from: 'date',
  to: 'date',
  about: 'one-of',
  subject_id: 'one-of',
  requested_by: 'person',
  department_id: 'department',
  in_force_on: 'date',
} as const;
export const exceptionSearch = listSearch(exceptionFilterKinds);
