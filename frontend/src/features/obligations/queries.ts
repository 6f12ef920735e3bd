import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Whose } from './search';

type Schemas = components['schemas'];
export type Obligation = Schemas['ObligationDetail'];
export type ObligationRow = Schemas['ObligationRow'];
export type ObligationDay = Schemas['ObligationDay'];

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
    // Its exceptions stand on its page.
    meta: { changedBy: ['exception'] },
  });
}

export function useObligationSummary() {
  return useQuery({
    queryKey: ['obligation', 'summary'],
    queryFn: () => answer(api.GET('/api/v1/obligations/summary')),
  });
}

export function useObligationDays(from: string, to: string, whose: Whose) {
  return useQuery({
    queryKey: ['obligation', 'calendar', from, to, whose],
    queryFn: () =>
      answer(api.GET('/api/v1/obligations/calendar', { params: { query: { from, to, whose } } })),
    placeholderData: keepPreviousData,
  });
}

/** Every kind that the handbook has, named by the service in the language of the page. */
export function useObligationKinds(enabled = true) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['obligation-kind', i18n.language],
    queryFn: () => answer(api.GET('/api/v1/obligations/kinds')),
    staleTime: 'static',
    enabled,
  });
}

export function requestException(id: string, body: Schemas['RequestException'], key: string) {
  return answer(
    api.POST('/api/v1/obligations/{id}/exceptions', {
      params: { path: { id }, header: idempotencyKey(key) },
      body,
    }),
  );
}

/** What was asked for stands on the obligation and in the register of exceptions. */
export function useObligationChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: ['obligation'] }),
      cache.invalidateQueries({ queryKey: ['exception'] }),
    ]);
  };
}
