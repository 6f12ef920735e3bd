import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { serviceQuery } from './search';

type Schemas = components['schemas'];
export type ClientRow = Schemas['ClientRow'];
export type Client = Schemas['Client'];

export function useClients(search: Record<string, unknown>) {
  const query = serviceQuery(search);
  return useQuery({
    queryKey: ['client', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/clients', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export async function countClients(filters: Record<string, unknown>): Promise<number | null> {
  const query = { ...serviceQuery(filters), limit: 1, include_total: true };
  const { page } = await answer(api.GET('/api/v1/clients', { params: { query } }));
  return page.total ?? null;
}

export function readClient(id: string): Promise<Client> {
  return answer(api.GET('/api/v1/clients/{id}', { params: { path: { id } } }));
}

export function useClient(id: string) {
  return useQuery({ queryKey: ['client', 'one', id], queryFn: () => readClient(id) });
}

/** Everything that is shown of clients is read anew: figures, lists and what hangs on the file. */
export function clientsChanged(cache: QueryClient): Promise<void> {
  return cache.invalidateQueries({ queryKey: ['client'] });
}

export function useClientsChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => clientsChanged(cache);
}
