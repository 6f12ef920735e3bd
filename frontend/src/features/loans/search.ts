import { listSearch } from '@/shared/ui/data-table/filters';

export const loanFilterKinds = {
  state: 'choice',
  kind: 'choice',
  requested_by: 'person',
  due_before: 'date',
} as const;
export const loanSearch = listSearch(loanFilterKinds);
