import { listSearch } from '@/shared/ui/data-table/filters';

export const auditFilterKinds = {
  actor_id: 'person',
  outcome: 'choice',
  action: 'one-of',
  resource_type: 'one-of',
  clause: 'text',
  occurred: 'dates',
} as const;
export const auditSearch = listSearch(auditFilterKinds);
