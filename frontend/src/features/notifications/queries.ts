import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Notification = components['schemas']['Notification'];

export function useNotifications(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['notification', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/notifications', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useUnreadCount(): number | null {
  const unread = useQuery({
    queryKey: ['notification', 'unread'],
    queryFn: () =>
      answer(
        api.GET('/api/v1/notifications', {
          params: { query: { unread: true, limit: 1, include_total: true } },
        }),
      ),
  });
  return unread.data?.page.total ?? null;
}

export function useMarkRead() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['MarkRead']) =>
      answer(api.POST('/api/v1/notifications/actions/mark-read', { body })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['notification'] }),
  });
}
