import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type SavedView = components['schemas']['SavedView'];
export type ViewContent = Pick<SavedView, 'name' | 'visibility' | 'is_default' | 'query' | 'columns'>;

export function contentOf({ name, visibility, is_default, query, columns }: SavedView): ViewContent {
  return { name, visibility, is_default, query, columns };
}

const keyOf = (list: string) => ['saved-view', list];

export function useSavedViews(list: string) {
  return useQuery({
    queryKey: keyOf(list),
    queryFn: () => answer(api.GET('/api/v1/saved-views', { params: { query: { list } } })),
    staleTime: 60_000,
  });
}

export function useSaveView(list: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ view, content }: { view: SavedView | null; content: ViewContent }) =>
      view
        ? answer(
            api.PATCH('/api/v1/saved-views/{id}', {
              params: { path: { id: view.id }, header: ifMatch(view.version) },
              body: content,
            }),
          )
        : answer(api.POST('/api/v1/saved-views', { body: { list, ...content } })),
    onSettled: () => cache.invalidateQueries({ queryKey: keyOf(list) }),
  });
}

export function useDeleteView(list: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (view: SavedView) =>
      answer(
        api.DELETE('/api/v1/saved-views/{id}', {
          params: { path: { id: view.id }, header: ifMatch(view.version) },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: keyOf(list) }),
  });
}
