import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type ApiKey = Schemas['ApiKey'];

export function useApiKeys(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['api-key', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/api-keys', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useApiKey(id: string) {
  return useQuery({
    queryKey: ['api-key', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/api-keys/{id}', { params: { path: { id } } })),
  });
}

export function useApiKeysChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['api-key'] });
}

export function revokeApiKey({ id, version }: ApiKey, body: Schemas['RevokeApiKey'], key: string) {
  return answer(
    api.POST('/api/v1/api-keys/{id}/actions/revoke', {
      params: { path: { id }, header: ifMatch(version) },
      headers: { 'Idempotency-Key': key },
      body,
    }),
  );
}
