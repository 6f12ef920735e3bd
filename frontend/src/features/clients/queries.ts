import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type ClientRow = components['schemas']['ClientRow'];

export function useClients(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/clients', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export async function countClients(filters: Record<string, unknown>): Promise<number | null> {
  const query = { ...filters, limit: 1, include_total: true };
  const { page } = await answer(api.GET('/api/v1/clients', { params: { query } }));
  return page.total ?? null;
}
