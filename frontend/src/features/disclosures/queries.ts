import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Disclosure = Schemas['ClientDisclosure'];
export type DisclosureRow = Schemas['ClientDisclosureRow'];
export type DisclosedFile = Schemas['ClientDisclosureFile'];
export type DisclosureInput = Schemas['ClientDisclosureInput'];

export function useDisclosures(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-disclosure', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-disclosures', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function readDisclosure(id: string): Promise<Disclosure> {
  return answer(api.GET('/api/v1/client-disclosures/{id}', { params: { path: { id } } }));
}

export function useDisclosure(id: string) {
  return useQuery({ queryKey: ['client-disclosure', 'one', id], queryFn: () => readDisclosure(id) });
}

/** The papers in place in a client's archive, one of which says that the client consents. */
export function usePapers(id: string) {
  return useQuery({
    queryKey: ['client', 'attachments', id, false],
    queryFn: () =>
      answer(
        api.GET('/api/v1/clients/{id}/attachments', {
          params: { path: { id }, query: { limit: 200, include_withdrawn: false } },
        }),
      ),
  });
}

export function requestDisclosure(body: DisclosureInput, key: string) {
  return answer(api.POST('/api/v1/client-disclosures', { params: { header: idempotencyKey(key) }, body }));
}

export function changeDisclosure(id: string, version: number, body: Partial<DisclosureInput>) {
  return answer(
    api.PATCH('/api/v1/client-disclosures/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body,
    }),
  );
}

export function submitAgain(disclosure: Disclosure, key: string) {
  return answer(api.POST('/api/v1/client-disclosures/{id}/actions/submit', actOn(disclosure, key)));
}

export function giveUp(disclosure: Disclosure, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/client-disclosures/{id}/actions/give-up', {
      ...actOn(disclosure, key),
      body: { reason },
    }),
  );
}

export function provide(disclosure: Disclosure, body: Schemas['ProvideClientDisclosure'], key: string) {
  return answer(
    api.POST('/api/v1/client-disclosures/{id}/actions/provide', { ...actOn(disclosure, key), body }),
  );
}

export function revokeConsent(
  disclosure: Disclosure,
  body: Schemas['RevokeClientDisclosureConsent'],
  key: string,
) {
  return answer(
    api.POST('/api/v1/client-disclosures/{id}/actions/revoke-consent', { ...actOn(disclosure, key), body }),
  );
}

/** What was done shows on the page, in the register, on the file's page and in the inbox. */
export function useDisclosuresChanged(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () =>
    Promise.all(
      ['client-disclosure', 'approval'].map((type) => cache.invalidateQueries({ queryKey: [type] })),
    );
}

/** The file whose disclosures are listed, where one is. */
export function useFile(id: string | undefined) {
  return useQuery({
    queryKey: ['client', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/clients/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}
