import { listSearch } from '@/shared/ui/data-table/filters';

export const incidentFilterKinds = {
  state: 'choice',
  kind: 'choice',
  person_id: 'person',
  occurred_from: 'date',
  occurred_to: 'date',
  client_id: 'one-of',
  loan_id: 'one-of',
} as const;
export const incidentSearch = listSearch(incidentFilterKinds);

/** Of which file or of which loan an incident is reported. */
export type ReportingSearch = { client_id?: string; loan_id?: string };

export function reportingSearch(raw: Record<string, unknown>): ReportingSearch {
  const given = (name: string) => {
    const value = raw[name];
    return typeof value === 'string' && value !== '' ? { [name]: value } : {};
  };
  return { ...given('client_id'), ...given('loan_id') };
}
