import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Classification = Schemas['Classification'];
export type ReportRow = Schemas['ReportRow'];
export type Report = Schemas['Report'];

export function useClassification(period: string) {
  return useQuery({
    // It counts clients: what changes of them changes it.
    queryKey: ['client', 'classification', period],
    queryFn: () => answer(api.GET('/api/v1/client-classification', { params: { query: { period } } })),
    placeholderData: keepPreviousData,
  });
}

export function useReports(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-report', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-reports', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useReport(id: string) {
  return useQuery({
    queryKey: ['client-report', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/client-reports/{id}', { params: { path: { id } } })),
  });
}

export function keepReport(body: Schemas['KeepReport'], key: string) {
  return answer(api.POST('/api/v1/client-reports', { headers: idempotencyKey(key), body }));
}

export function useReportsChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['client-report'] });
}
