import { listSearch } from '@/shared/ui/data-table/filters';

export const destructionFilterKinds = {
  state: 'choice',
  ground: 'choice',
  requested_by: 'person',
  client_id: 'one-of',
} as const;
export const destructionSearch = listSearch(destructionFilterKinds);

/** Which file is proposed. */
export function proposalSearch(raw: Record<string, unknown>): { client_id?: string } {
  return typeof raw.client_id === 'string' && raw.client_id !== '' ? { client_id: raw.client_id } : {};
}
