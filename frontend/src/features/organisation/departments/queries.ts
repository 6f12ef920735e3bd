import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Department = Schemas['Department'];

export function useDepartments(withClosed: boolean) {
  return useQuery({
    queryKey: ['department', 'list', withClosed],
    queryFn: () =>
      answer(api.GET('/api/v1/departments', { params: { query: { include_closed: withClosed } } })),
  });
}

export function readDepartment(id: string): Promise<Department> {
  return answer(api.GET('/api/v1/departments/{id}', { params: { path: { id } } }));
}

export function useDepartment(id: string) {
  return useQuery({ queryKey: ['department', 'one', id], queryFn: () => readDepartment(id) });
}

export function useDepartmentsChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['department'] });
}

export function createDepartment(body: Schemas['DepartmentInput'], key: string): Promise<Department> {
  return answer(api.POST('/api/v1/departments', { headers: idempotencyKey(key), body }));
}

export function changeDepartment(
  id: string,
  patch: Schemas['DepartmentInputPatch_DepartmentInput'],
  version: number,
) {
  return answer(
    api.PATCH('/api/v1/departments/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: patch,
    }),
  );
}

export function closeDepartment({ id, version }: Department, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/departments/{id}/actions/close', {
      params: { path: { id }, header: ifMatch(version) },
      headers: idempotencyKey(key),
      body: { reason },
    }),
  );
}
