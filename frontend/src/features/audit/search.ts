import { listSearch } from '@/shared/ui/data-table/filters';

export const auditFilterKinds = {
  actor_id: 'person',
  outcome: 'choice',
  action: 'text',
  resource_type: 'text',
  occurred: 'dates',
} as const;
export const auditSearch = listSearch(auditFilterKinds);
