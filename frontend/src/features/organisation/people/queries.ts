import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Person = Schemas['Person'];
export type PersonRow = Schemas['PersonRow'];
export type TemporaryPassword = Schemas['TemporaryPassword'];

// Their roles, department and site are shown by name.
const changedBy = ['role-grant', 'role', 'department', 'site'];

export function usePeople(query: Record<string, unknown>, enabled = true) {
  return useQuery({
    queryKey: ['person', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/people', { params: { query } })),
    placeholderData: keepPreviousData,
    meta: { changedBy },
    enabled,
  });
}

export async function countPeople(filters: Record<string, unknown>): Promise<number | null> {
  const query = { ...filters, limit: 1, include_total: true };
  const { page } = await answer(api.GET('/api/v1/people', { params: { query } }));
  return page.total ?? null;
}

export function readPerson(id: string): Promise<Person> {
  return answer(api.GET('/api/v1/people/{id}', { params: { path: { id } } }));
}

export function usePerson(id: string) {
  return useQuery({ queryKey: ['person', 'one', id], queryFn: () => readPerson(id), meta: { changedBy } });
}

/** A person's standing and the roles they hold are shown side by side, and go stale together. */
export function usePeopleChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    await Promise.all(['person', 'role-grant'].map((type) => cache.invalidateQueries({ queryKey: [type] })));
  };
}

export function createPerson(body: Schemas['PersonInput'], key: string): Promise<Person> {
  return answer(api.POST('/api/v1/people', { headers: idempotencyKey(key), body }));
}

export function changePerson(id: string, patch: Schemas['PersonInputPatch_PersonInput'], version: number) {
  return answer(
    api.PATCH('/api/v1/people/{id}', { params: { path: { id }, header: ifMatch(version) }, body: patch }),
  );
}

type Act = 'disable' | 'enable' | 'end-sessions';

export function actOnPerson({ id, version }: Person, act: Act, reason: string, key: string) {
  const init = {
    params: { path: { id }, header: ifMatch(version) },
    headers: idempotencyKey(key),
    body: { reason },
  };
  switch (act) {
    case 'disable':
      return answer(api.POST('/api/v1/people/{id}/actions/disable', init));
    case 'enable':
      return answer(api.POST('/api/v1/people/{id}/actions/enable', init));
    case 'end-sessions':
      return answer(api.POST('/api/v1/people/{id}/actions/end-sessions', init));
  }
}

export function resetPassword({ id, version }: Person, body: Schemas['ResetPassword'], key: string) {
  return answer(
    api.POST('/api/v1/people/{id}/actions/reset-password', {
      params: { path: { id }, header: ifMatch(version) },
      headers: idempotencyKey(key),
      body,
    }),
  );
}
