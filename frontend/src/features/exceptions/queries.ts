import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Exception = Schemas['ExceptionDetail'];
export type ExceptionRow = Schemas['ExceptionRow'];
export type TrendLine = Schemas['ExceptionTrendLine'];

// What it lets somebody off from settles it as well: a duty that is done leaves nothing to ask for.
const meta = { changedBy: ['obligation'] };

export function useExceptions(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['exception', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/exceptions', { params: { query } })),
    placeholderData: keepPreviousData,
    meta,
  });
}

export function useException(id: string) {
  return useQuery({
    queryKey: ['exception', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/exceptions/{id}', { params: { path: { id } } })),
    meta,
  });
}

export function useTrend(months: number) {
  return useQuery({
    queryKey: ['exception', 'trend', months],
    queryFn: () => answer(api.GET('/api/v1/exceptions/trend', { params: { query: { months } } })),
    meta,
  });
}

export function approve(exception: Exception, note: string | null, key: string) {
  return answer(
    api.POST('/api/v1/exceptions/{id}/actions/approve', { ...actOn(exception, key), body: { note } }),
  );
}

export function refuse(exception: Exception, note: string, key: string) {
  return answer(
    api.POST('/api/v1/exceptions/{id}/actions/refuse', { ...actOn(exception, key), body: { note } }),
  );
}

export function withdraw(exception: Exception, key: string) {
  return answer(api.POST('/api/v1/exceptions/{id}/actions/withdraw', actOn(exception, key)));
}

/** What was decided shows in the register, on the obligation that it is from, and in how its rule is kept. */
export function useExceptionsChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    await Promise.all(
      ['exception', 'obligation', 'compliance'].map((type) => cache.invalidateQueries({ queryKey: [type] })),
    );
  };
}
