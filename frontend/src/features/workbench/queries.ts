import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/shared/api/client';

export function useRecentlyChanged() {
  return useQuery({
    queryKey: ['client', 'recent'],
    queryFn: () =>
      answer(api.GET('/api/v1/clients', { params: { query: { sort: '-updated_at', limit: 8 } } })),
  });
}
