import { useQuery } from '@tanstack/react-query';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Values } from '@/shared/ui/record-form/fields';

type Schemas = components['schemas'];
export type Interaction = Schemas['Interaction'];

export function useInteractions(id: string, withCorrected: boolean) {
  return useQuery({
    queryKey: ['client', 'interactions', id, withCorrected],
    queryFn: () =>
      answer(
        api.GET('/api/v1/clients/{id}/interactions', {
          params: { path: { id }, query: { limit: 200, include_corrected: withCorrected } },
        }),
      ),
  });
}

export function recordInteraction(id: string, body: Values, key: string) {
  return answer(
    api.POST('/api/v1/clients/{id}/interactions', {
      params: { path: { id } },
      headers: idempotencyKey(key),
      body: body as Schemas['InteractionInput'],
    }),
  );
}

export function useContactOptions(id: string): { value: string; label: string }[] {
  const contacts = useQuery({
    queryKey: ['client', 'contacts', id, false],
    queryFn: () =>
      answer(
        api.GET('/api/v1/clients/{id}/contacts', {
          params: { path: { id }, query: { limit: 200, include_removed: false } },
        }),
      ),
  });
  return (contacts.data?.items ?? []).map(({ id: value, name, position }) => ({
    value,
    label: position ? `${name} · ${position}` : name,
  }));
}
