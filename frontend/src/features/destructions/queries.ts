import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Destruction = Schemas['ClientDestruction'];
export type DestructionRow = Schemas['ClientDestructionRow'];
export type Why = Pick<Schemas['ProposeClientDestruction'], 'ground' | 'reason'>;

export function useDestructions(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-destruction', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-destructions', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function readDestruction(id: string): Promise<Destruction> {
  return answer(api.GET('/api/v1/client-destructions/{id}', { params: { path: { id } } }));
}

export function useDestruction(id: string) {
  return useQuery({ queryKey: ['client-destruction', 'one', id], queryFn: () => readDestruction(id) });
}

export function propose(client_id: string, why: Why, key: string) {
  const body = { client_id, ...why };
  return answer(api.POST('/api/v1/client-destructions', { params: { header: idempotencyKey(key) }, body }));
}

export function changeWhy(id: string, version: number, body: Partial<Why>) {
  return answer(
    api.PATCH('/api/v1/client-destructions/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body,
    }),
  );
}

export function submitAgain(destruction: Destruction, key: string) {
  return answer(api.POST('/api/v1/client-destructions/{id}/actions/submit', actOn(destruction, key)));
}

export function abandon(destruction: Destruction, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/client-destructions/{id}/actions/abandon', {
      ...actOn(destruction, key),
      body: { reason },
    }),
  );
}

export function carryOut(destruction: Destruction, client_number: string, key: string) {
  return answer(
    api.POST('/api/v1/client-destructions/{id}/actions/carry-out', {
      ...actOn(destruction, key),
      body: { client_number },
    }),
  );
}

/** What was done shows on the page, in the list, and on the file, which is read only or gone from now on. */
export function useDestructionsChanged(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () =>
    Promise.all(
      ['client-destruction', 'client', 'approval'].map((type) =>
        cache.invalidateQueries({ queryKey: [type] }),
      ),
    );
}
