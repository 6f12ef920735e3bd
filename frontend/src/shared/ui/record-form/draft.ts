import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api } from '@/shared/api/client';
import { asProblem } from '@/shared/api/problem';
import type { Values } from './fields';

export type DraftName = { kind: string; key: string };
type Kept = { content: Values; updated_at: string };

const delay = 2000;

function draftPath(name: DraftName) {
  return { params: { path: name } };
}

async function loadDraft(name: DraftName): Promise<Kept | null> {
  try {
    return await answer(api.GET('/api/v1/drafts/{kind}/{key}', draftPath(name)));
  } catch (error) {
    if (asProblem(error).status === 404) return null;
    throw error;
  }
}

export type Draft = {
  /** A draft of another time, until it is taken or thrown away. */
  found: Kept | null;
  keep: (values: Values) => void;
  forget: () => void;
  savedAt: Date | null;
};

/** Keeps what is typed on the server, so that a closed tab or another desk loses nothing. */
export function useDraft(name: DraftName | undefined): Draft {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isSettled, setSettled] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const stored = useQuery({
    queryKey: ['draft', name?.kind, name?.key],
    queryFn: () => (name ? loadDraft(name) : null),
    enabled: name !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const kind = name?.kind;
  const key = name?.key;
  const keep = useCallback(
    (values: Values) => {
      if (kind === undefined || key === undefined) return;
      setSettled(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        answer(
          api.PUT('/api/v1/drafts/{kind}/{key}', {
            ...draftPath({ kind, key }),
            body: { content: values as Record<string, never> },
          }),
        ).then(
          () => setSavedAt(new Date()),
          // The form itself still holds everything; the next keystroke tries again.
          () => setSavedAt(null),
        );
      }, delay);
    },
    [kind, key],
  );
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    setSettled(true);
    setSavedAt(null);
    if (kind === undefined || key === undefined) return;
    // A draft left behind is offered again and can be thrown away then: no reason to stop a finished save.
    answer(api.DELETE('/api/v1/drafts/{kind}/{key}', draftPath({ kind, key }))).catch(() => undefined);
  }, [kind, key]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { found: isSettled ? null : (stored.data ?? null), keep, forget, savedAt };
}
