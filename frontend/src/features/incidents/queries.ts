import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Incident = Schemas['ClientIncident'];
export type IncidentRow = Schemas['IncidentRow'];
export type IncidentInput = Schemas['IncidentInput'];
export type Party = Schemas['IncidentParty'];
export type PartyInput = Schemas['IncidentPartyInput'];
export type Consequence = Schemas['IncidentConsequence'];
export type Stated = Schemas['IncidentStated'];
export type Measure = Consequence['measure'];
export type PartyConclusion = Schemas['IncidentPartyConclusion'];

const record = 'client-incident';

export function useIncidents(query: Record<string, unknown>) {
  return useQuery({
    queryKey: [record, 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-incidents', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useIncident(id: string) {
  return useQuery({
    queryKey: [record, 'one', id],
    queryFn: () => answer(api.GET('/api/v1/client-incidents/{id}', { params: { path: { id } } })),
  });
}

/** The loan of which something was lost: its files and its borrower stand in the form already. */
export function useLoanOf(id: string | undefined) {
  return useQuery({
    queryKey: ['client-loan', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/client-loans/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}

export function reportIncident(body: IncidentInput, key: string): Promise<Incident> {
  return answer(api.POST('/api/v1/client-incidents', { params: { header: idempotencyKey(key) }, body }));
}

export function amendIncident(incident: Incident, body: Schemas['AmendIncident'], key: string) {
  return answer(api.POST('/api/v1/client-incidents/{id}/actions/amend', { ...actOn(incident, key), body }));
}

export function stateCase(incident: Incident, statement: string, key: string) {
  const body = { statement };
  return answer(api.POST('/api/v1/client-incidents/{id}/actions/state', { ...actOn(incident, key), body }));
}

export function concludeIncident(incident: Incident, body: Schemas['ConcludeIncident'], key: string) {
  return answer(
    api.POST('/api/v1/client-incidents/{id}/actions/conclude', { ...actOn(incident, key), body }),
  );
}

export function takeUpIncident(incident: Incident, reason: string, key: string) {
  const body = { reason };
  return answer(api.POST('/api/v1/client-incidents/{id}/actions/take-up', { ...actOn(incident, key), body }));
}

/** What was done shows on the page, in the register and on the file's page. */
export function useIncidentsChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: [record] });
}
