import { useEffect, useRef, useSyncExternalStore } from 'react';

export type PaletteAction = { id: string; label: string; run: () => void };

let current: readonly PaletteAction[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly PaletteAction[]): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Puts the permitted actions of the record in view into the command palette, for as long as it is in view. */
export function useOfferToPalette(actions: readonly PaletteAction[]): void {
  const latest = useRef(actions);
  latest.current = actions;
  const names = actions.map(({ id, label }) => `${id}\n${label}`).join('\n\n');
  useEffect(() => {
    const offered = (names === '' ? [] : names.split('\n\n')).map((name) => {
      const [id = '', label = ''] = name.split('\n');
      return { id, label, run: () => latest.current.find((action) => action.id === id)?.run() };
    });
    publish([...current, ...offered]);
    return () => publish(current.filter((action) => !offered.includes(action)));
  }, [names]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOfferedActions(): readonly PaletteAction[] {
  return useSyncExternalStore(subscribe, () => current);
}
