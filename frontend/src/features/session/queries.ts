import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Me = Schemas['Me'];
export type MySession = Schemas['Session'];

export function useSystemInfo() {
  return useQuery({
    queryKey: ['system-info'],
    queryFn: () => answer(api.GET('/api/v1/system/info')),
    // It is the same as long as the service runs: not even a new live stream reads it again.
    staleTime: 'static',
  });
}

export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: () => answer(api.GET('/api/v1/me')), staleTime: 60_000 });
}

export function useMyPermissions() {
  return useQuery({
    queryKey: ['me', 'permissions'],
    queryFn: () => answer(api.GET('/api/v1/me/permissions')),
    // What is lent or granted opens its pages at once, and closes them when it is taken back.
    meta: { changedBy: ['delegation', 'role-grant', 'role'] },
    staleTime: 60_000,
  });
}

/** Whether the person holds a permission at all; whether it holds for one record is in its `allowed_actions`. */
export function useCan(): (permission: string) => boolean {
  const { data } = useMyPermissions();
  return (permission) => data?.permissions.some((held) => held.permission === permission) ?? false;
}

export function useChangeMe() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, version }: { patch: Schemas['MeInputPatch_MeInput']; version: number }) =>
      answer(api.PATCH('/api/v1/me', { params: { header: ifMatch(version) }, body: patch })),
    onSuccess: (me) => cache.setQueryData(['me'], me),
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: Schemas['ChangePassword']) =>
      answer(api.POST('/api/v1/me/actions/change-password', { body })),
  });
}

export function useMySessions() {
  return useQuery({
    queryKey: ['session'],
    queryFn: () => answer(api.GET('/api/v1/me/sessions')),
  });
}

export function useEndSession() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.POST('/api/v1/me/sessions/{id}/actions/end', { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['session'] }),
  });
}

export function useEndOtherSessions() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/me/sessions/actions/end-others')),
    onSettled: () => cache.invalidateQueries({ queryKey: ['session'] }),
  });
}
