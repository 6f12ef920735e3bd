import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Site = Schemas['Site'];

export function useSites(withClosed: boolean) {
  return useQuery({
    queryKey: ['site', 'list', withClosed],
    queryFn: () => answer(api.GET('/api/v1/sites', { params: { query: { include_closed: withClosed } } })),
  });
}

export function readSite(id: string): Promise<Site> {
  return answer(api.GET('/api/v1/sites/{id}', { params: { path: { id } } }));
}

export function useSite(id: string) {
  return useQuery({ queryKey: ['site', 'one', id], queryFn: () => readSite(id) });
}

export function useSitesChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['site'] });
}

export function createSite(body: Schemas['SiteInput'], key: string): Promise<Site> {
  return answer(api.POST('/api/v1/sites', { headers: idempotencyKey(key), body }));
}

export function changeSite(id: string, patch: Schemas['SiteInputPatch_SiteInput'], version: number) {
  return answer(
    api.PATCH('/api/v1/sites/{id}', { params: { path: { id }, header: ifMatch(version) }, body: patch }),
  );
}

export function closeSite({ id, version }: Site, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/sites/{id}/actions/close', {
      params: { path: { id }, header: ifMatch(version) },
      headers: idempotencyKey(key),
      body: { reason },
    }),
  );
}
