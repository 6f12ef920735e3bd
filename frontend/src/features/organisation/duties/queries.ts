import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type DutyConflict = Schemas['DutyConflict'];

export function useDutyConflicts(withEnded: boolean) {
  return useQuery({
    queryKey: ['duty-conflict', 'list', withEnded],
    queryFn: () =>
      answer(api.GET('/api/v1/duty-conflicts', { params: { query: { include_ended: withEnded } } })),
  });
}

export function useDutyConflict(id: string) {
  return useQuery({
    queryKey: ['duty-conflict', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/duty-conflicts/{id}', { params: { path: { id } } })),
  });
}

export function useDutyConflictsChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['duty-conflict'] });
}

export function createDutyConflict(body: Schemas['DutyConflictInput'], key: string): Promise<DutyConflict> {
  return answer(api.POST('/api/v1/duty-conflicts', { headers: idempotencyKey(key), body }));
}

export function endDutyConflict({ id, version }: DutyConflict, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/duty-conflicts/{id}/actions/end', {
      params: { path: { id }, header: ifMatch(version) },
      headers: idempotencyKey(key),
      body: { reason },
    }),
  );
}
