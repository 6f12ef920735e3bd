import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Undertaking = Schemas['Undertaking'];
export type Standing = Schemas['SecrecyStanding'];
export type PersonStanding = Schemas['SecrecyStandingOfPerson'];

export function useUndertaking() {
  return useQuery({
    queryKey: ['secrecy-acknowledgement', 'undertaking'],
    queryFn: () => answer(api.GET('/api/v1/me/secrecy-undertaking')),
    // Its text is a parameter of the handbook, and a right that was given or lent brings the duty to sign.
    meta: { changedBy: ['parameter', 'role-grant', 'role', 'delegation'] },
    staleTime: 300_000,
  });
}

export function useMyAcknowledgements() {
  return useQuery({
    queryKey: ['secrecy-acknowledgement', 'mine'],
    queryFn: () => answer(api.GET('/api/v1/me/secrecy-acknowledgements')),
  });
}

export function useStandings() {
  return useQuery({
    queryKey: ['secrecy-acknowledgement', 'standings'],
    queryFn: () => answer(api.GET('/api/v1/client-secrecy-standings')),
    // Who is bound follows from who holds rights over client files.
    meta: { changedBy: ['person', 'role-grant', 'role', 'delegation', 'parameter'] },
  });
}

/** Rights that rested are there again: whatever is on the screen is asked for anew. */
export function useAcknowledge() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['AcknowledgeSecrecy']) =>
      answer(api.POST('/api/v1/me/secrecy-acknowledgements', { body })),
    // Not waited for: the form that says so is gone as soon as the standing is read anew.
    onSuccess: () => {
      cache.invalidateQueries();
    },
    // Another text than the one that was read: it is shown before it is asked for again.
    onError: () => cache.invalidateQueries({ queryKey: ['secrecy-acknowledgement', 'undertaking'] }),
  });
}
