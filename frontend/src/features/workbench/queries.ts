import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/shared/api/client';

/** A tile asks the list it opens, with the same filters: so the figure and the list cannot differ. */
const countOnly = { limit: 1, include_total: true };

export function useClientCount(filters: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client', 'count', filters],
    queryFn: () => answer(api.GET('/api/v1/clients', { params: { query: { ...filters, ...countOnly } } })),
  });
}

export function useInstructionCount(filters: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-instruction', 'count', filters],
    queryFn: () =>
      answer(api.GET('/api/v1/client-instructions', { params: { query: { ...filters, ...countOnly } } })),
  });
}

export function useSubmissionCount(filters: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-submission', 'count', filters],
    queryFn: () =>
      answer(api.GET('/api/v1/client-submissions', { params: { query: { ...filters, ...countOnly } } })),
  });
}

export function usePeopleCount() {
  return useQuery({
    queryKey: ['person', 'count'],
    queryFn: () => answer(api.GET('/api/v1/people', { params: { query: countOnly } })),
  });
}

export function useNotificationCount() {
  return useQuery({
    queryKey: ['notification', 'count', 'unread'],
    queryFn: () =>
      answer(api.GET('/api/v1/notifications', { params: { query: { unread: true, ...countOnly } } })),
  });
}

export function useRecentlyChanged(isAllowed: boolean) {
  return useQuery({
    queryKey: ['client', 'recent'],
    queryFn: () =>
      answer(api.GET('/api/v1/clients', { params: { query: { sort: '-updated_at', limit: 8 } } })),
    enabled: isAllowed,
  });
}
