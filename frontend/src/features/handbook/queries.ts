import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Rule = Schemas['Rule'];
export type Parameter = Schemas['Parameter'];
export type ParameterDetail = Schemas['ParameterDetail'];

export function useRules(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['rule', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/rules', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useRule(id: string) {
  return useQuery({
    queryKey: ['rule', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/rules/{id}', { params: { path: { id } } })),
  });
}

export function useParameters(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['parameter', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/parameters', { params: { query } })),
    // The list component knows rows by `id`; a parameter's is its key.
    select: (page) => ({ ...page, items: page.items.map((item) => ({ ...item, id: item.key })) }),
    placeholderData: keepPreviousData,
  });
}

export function useParameter(key: string) {
  return useQuery({
    queryKey: ['parameter', 'one', key],
    queryFn: () => answer(api.GET('/api/v1/parameters/{key}', { params: { path: { key } } })),
  });
}

export function useParametersChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['parameter'] });
}
