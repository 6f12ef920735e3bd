import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEvents } from '@/shared/api/event-stream';
import { readAgain } from '@/shared/api/query-events';

const gather = 200;

/**
 * What others change shows here within seconds. Query keys begin with the resource type (`['client', …]`),
 * and an event makes every query of its type stale, with those that name the type in `meta.changedBy`;
 * events that come together cost one fetch.
 */
export function useLive(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    const types = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const type of types) readAgain(cache, type);
      types.clear();
    };
    const begin = () => cache.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt > 0 });
    followEvents(stop.signal, begin, (event) => {
      types.add(event.resource.type);
      timer ??= setTimeout(flush, gather);
    });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [cache]);
}
