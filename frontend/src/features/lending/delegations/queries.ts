import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Delegation = Schemas['Delegation'];

export function useDelegations(query: Record<string, unknown>, isWanted = true) {
  return useQuery({
    queryKey: ['delegation', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/delegations', { params: { query } })),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

export function useDelegation(id: string) {
  return useQuery({
    queryKey: ['delegation', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/delegations/{id}', { params: { path: { id } } })),
  });
}

export function useDelegationsChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['delegation'] });
}

export function revokeDelegation(
  { id, version }: Delegation,
  body: Schemas['RevokeDelegation'],
  key: string,
) {
  return answer(
    api.POST('/api/v1/delegations/{id}/actions/revoke', {
      params: { path: { id }, header: ifMatch(version) },
      headers: { 'Idempotency-Key': key },
      body,
    }),
  );
}
