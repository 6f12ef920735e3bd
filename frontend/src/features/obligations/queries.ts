import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Whose } from './search';

type Schemas = components['schemas'];
export type Obligation = Schemas['ObligationDetail'];
export type ObligationRow = Schemas['ObligationRow'];
export type DueDay = Schemas['ObligationDay'];
export type ObligationSummary = Schemas['ObligationSummary'];

export function useObligations(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['obligation', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/obligations', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useObligation(id: string) {
  return useQuery({
    queryKey: ['obligation', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/obligations/{id}', { params: { path: { id } } })),
    // It shows what was asked about it, and what became of that.
    meta: { changedBy: ['exception'] },
  });
}

export function useObligationSummary(enabled: boolean) {
  return useQuery({
    queryKey: ['obligation', 'summary'],
    queryFn: () => answer(api.GET('/api/v1/obligations/summary')),
    enabled,
  });
}

export function useDueCalendar(from: string, to: string, whose: Whose) {
  return useQuery({
    queryKey: ['obligation', 'calendar', from, to, whose],
    queryFn: () => answer(api.GET('/api/v1/obligations/calendar', { params: { query: { from, to, whose } } })),
    placeholderData: keepPreviousData,
    meta: { changedBy: ['calendar-day', 'calendar-year', 'week-pattern'] },
  });
}

export function requestException(
  { id, version }: Pick<Obligation, 'id' | 'version'>,
  body: Schemas['RequestException'],
  key: string,
) {
  return answer(
    api.POST('/api/v1/obligations/{id}/exceptions', {
      params: { path: { id }, header: { ...ifMatch(version), ...idempotencyKey(key) } },
      body,
    }),
  );
}

/** What was asked shows with the obligation and in the register. */
export function useObligationsChanged(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () =>
    Promise.all(['obligation', 'exception'].map((type) => cache.invalidateQueries({ queryKey: [type] })));
}
