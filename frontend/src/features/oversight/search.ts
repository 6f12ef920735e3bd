import { listSearch } from '@/shared/ui/data-table/filters';

export const instructionFilterKinds = {
  state: 'choice',
  given_to: 'person',
  due_before: 'date',
  client_id: 'text',
} as const;
export const instructionSearch = listSearch(instructionFilterKinds);

export const planFilterKinds = { state: 'choice', period: 'text' } as const;
export const planSearch = listSearch(planFilterKinds);
