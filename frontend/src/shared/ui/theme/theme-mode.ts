import { useSyncExternalStore } from 'react';

export const themeModes = ['SYSTEM', 'LIGHT', 'DARK'] as const;
export type ThemeMode = (typeof themeModes)[number];

const storageKey = 'zhidu.theme';
const prefersDark = globalThis.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function storedMode(): ThemeMode {
  const stored = localStorage.getItem(storageKey);
  return themeModes.find((known) => known === stored) ?? 'SYSTEM';
}

let mode: ThemeMode = storedMode();

function isDark(): boolean {
  return mode === 'DARK' || (mode === 'SYSTEM' && prefersDark.matches);
}

function apply(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

/** Paints the remembered theme before the first render, so that nothing flashes. */
export function startTheme(): void {
  prefersDark.addEventListener('change', apply);
  apply();
}

export function setThemeMode(next: ThemeMode): void {
  mode = next;
  localStorage.setItem(storageKey, next);
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, () => mode);
}

export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}
