import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type AuditEntry = components['schemas']['AuditEntry'];

/** Days are picked, times are asked for; the last day is meant to its end. */
function serviceQuery(search: Record<string, unknown>): Record<string, unknown> {
  const day = (name: string, shift: number) => {
    const value = search[name];
    if (typeof value !== 'string' || value.length > 10) return {};
    return { [name]: dayjs(value).startOf('day').add(shift, 'day').toISOString() };
  };
  return { ...search, ...day('occurred_after', 0), ...day('occurred_before', 1) };
}

export function useAuditEntries(search: Record<string, unknown>) {
  const query = serviceQuery(search);
  return useQuery({
    queryKey: ['audit-entry', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/audit-entries', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useAuditEntry(id: string) {
  return useQuery({
    queryKey: ['audit-entry', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/audit-entries/{id}', { params: { path: { id } } })),
  });
}

export function useChain() {
  return useQuery({
    queryKey: ['audit-entry', 'chain'],
    queryFn: () => answer(api.GET('/api/v1/audit-chain')),
  });
}

/** Walk the chain from its first entry; a long one is answered in parts that follow each other. */
export function useVerifyChain() {
  return useMutation({
    mutationFn: async () => {
      let checked = 0;
      let from: { sequence: number; hash: string } | null = null;
      for (;;) {
        const part: components['schemas']['Verification'] = await answer(
          api.POST('/api/v1/audit-chain/actions/verify', { body: from ? { after: from } : {} }),
        );
        checked += part.checked;
        if (part.complete || !part.valid) return { ...part, checked };
        from = { sequence: part.sequence, hash: part.hash };
      }
    },
  });
}

/** Who did it; null for the service itself, which has no name of its own. */
export function nameOf({ id, name }: AuditEntry['actor']): string | null {
  return /^[0-]+$/.test(id) ? null : name;
}
