import { listSearch } from '@/shared/ui/data-table/filters';

export const disclosureFilterKinds = {
  state: 'choice',
  ground: 'choice',
  recipient_kind: 'choice',
  requested_by: 'person',
  from: 'date',
  to: 'date',
  client_id: 'one-of',
} as const;
export const disclosureSearch = listSearch(disclosureFilterKinds);

/** Which file something is to be provided of. */
export function requestSearch(raw: Record<string, unknown>): { client_id?: string } {
  return typeof raw.client_id === 'string' && raw.client_id !== '' ? { client_id: raw.client_id } : {};
}
