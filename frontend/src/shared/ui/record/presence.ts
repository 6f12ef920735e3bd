import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api } from '@/shared/api/client';
import { asProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import { currentAccessToken } from '@/shared/api/session';

type Schemas = components['schemas'];
export type Present = Schemas['Present'];
export type Doing = Schemas['Doing'];
type Opened = { kind: string; id: string };

const keyOf = ({ kind, id }: Opened) => `${kind}/${id}`;
const nobody: readonly Present[] = [];

/** Words about one record go out one after another: a leaving must not overtake what was said before it. */
const last = new Map<string, Promise<unknown>>();
function inTurn<T>(key: string, say: () => Promise<T>): Promise<T> {
  const said = (last.get(key) ?? Promise.resolve()).then(say, say);
  last.set(key, said);
  return said;
}

async function leave({ kind, id }: Opened): Promise<void> {
  // Who has signed out has left, and silence says the rest.
  if (!currentAccessToken()) return;
  // It is sent although the page is going; where it does not arrive, silence says it a little later.
  const gone = api.DELETE('/api/v1/presence/{kind}/{id}', {
    params: { path: { kind, id } },
    keepalive: true,
  });
  await gone.catch(() => undefined);
}

/** How many pages of this tab have a record open: on the way from its page to its form one does not leave. */
const pages = new Map<string, number>();
function enter(record: Opened): () => void {
  const key = keyOf(record);
  const count = (by: number) => pages.set(key, (pages.get(key) ?? 0) + by);
  const close = () => void leave(record);
  count(1);
  window.addEventListener('pagehide', close);
  return () => {
    count(-1);
    window.removeEventListener('pagehide', close);
    setTimeout(() => {
      if (pages.get(key)) return;
      pages.delete(key);
      void inTurn(key, () => leave(record));
    });
  };
}

/** A refusal is final; a service that is away is told again. */
function isRefused(error: Error | null): boolean {
  const status = error ? asProblem(error).status : 0;
  return status >= 400 && status < 500 && status !== 429;
}

/** Says that one has a record open, for as long as its tab is looked at, and answers who else has. */
export function usePresence(record: Opened, doing: Doing): readonly Present[] {
  const { kind, id } = record;
  const { data } = useQuery({
    queryKey: ['presence', kind, id, doing],
    queryFn: () =>
      inTurn(keyOf({ kind, id }), () =>
        answer(api.PUT('/api/v1/presence/{kind}/{id}', { params: { path: { kind, id } }, body: { doing } })),
      ),
    refetchInterval: ({ state }) =>
      isRefused(state.error) ? false : (state.data?.again_after_s ?? 15) * 1000,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => enter({ kind, id }), [kind, id]);
  return data?.items ?? nobody;
}
