import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Role = Schemas['Role'];
export type RolePermission = Schemas['RolePermission'];
export type Permission = Schemas['PermissionShown'];

export function useRoles() {
  return useQuery({ queryKey: ['role', 'list'], queryFn: () => answer(api.GET('/api/v1/roles')) });
}

export function readRole(id: string): Promise<Role> {
  return answer(api.GET('/api/v1/roles/{id}', { params: { path: { id } } }));
}

export function useRole(id: string) {
  return useQuery({ queryKey: ['role', 'one', id], queryFn: () => readRole(id) });
}

/** A role changed is a change for everybody who holds it. */
export function useRolesChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    await Promise.all(
      ['role', 'role-grant', 'person'].map((type) => cache.invalidateQueries({ queryKey: [type] })),
    );
  };
}

export function createRole(body: Schemas['RoleInput'], key: string): Promise<Role> {
  return answer(api.POST('/api/v1/roles', { headers: idempotencyKey(key), body }));
}

export function changeRole(id: string, patch: Schemas['RoleInputPatch_RoleInput'], version: number) {
  return answer(
    api.PATCH('/api/v1/roles/{id}', { params: { path: { id }, header: ifMatch(version) }, body: patch }),
  );
}
