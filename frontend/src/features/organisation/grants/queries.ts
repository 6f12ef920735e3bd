import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Grant = Schemas['RoleGrant'];
export type Which = { person_id?: string[]; role_id?: string[]; active?: boolean };

const step = 50;
// The role and the person are shown by name.
const changedBy = ['role', 'person'];

function listGrants(which: Which, limit: number, cursor?: string) {
  const query = { ...which, limit, cursor, include_total: true };
  return answer(api.GET('/api/v1/role-grants', { params: { query } }));
}

/** Grants, the newest first, as many more as are asked for. */
export function useGrants(which: Which) {
  return useInfiniteQuery({
    queryKey: ['role-grant', 'list', which],
    queryFn: ({ pageParam }) => listGrants(which, step, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => (page.has_more ? (page.next_cursor ?? undefined) : undefined),
    meta: { changedBy },
  });
}

const most = 200;

/** Everything somebody was given of late: what a new role may collide with is among it. */
export function useLatestGrants(personId: string) {
  return useQuery({
    queryKey: ['role-grant', 'latest', personId],
    queryFn: () => listGrants({ person_id: [personId] }, most),
  });
}

export function useGrant(id: string) {
  return useQuery({
    queryKey: ['role-grant', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/role-grants/{id}', { params: { path: { id } } })),
    meta: { changedBy },
  });
}

export function createGrant(body: Schemas['RoleGrantInput'], key: string): Promise<Grant> {
  return answer(api.POST('/api/v1/role-grants', { headers: idempotencyKey(key), body }));
}

export function revokeGrant({ id, version }: Grant, reason: string, key: string): Promise<Grant> {
  return answer(
    api.POST('/api/v1/role-grants/{id}/actions/revoke', {
      params: { path: { id }, header: ifMatch(version) },
      headers: idempotencyKey(key),
      body: { reason },
    }),
  );
}
