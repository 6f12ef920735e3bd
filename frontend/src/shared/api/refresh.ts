import { currentLocale } from '@/shared/i18n/locale';
import { endSession, startSession } from './session';

let running: Promise<boolean> | null = null;

async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  // The refresh token is spent at every use: two tabs renewing at once would look like a stolen token.
  return navigator.locks ? navigator.locks.request('zhidu-refresh', work) : work();
}

async function renew(): Promise<boolean> {
  const response = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Accept-Language': currentLocale() },
  });
  if (response.ok) {
    startSession(await response.json());
    return true;
  }
  // Only a refusal ends the session; an overloaded or restarting service (5xx, 429) does not.
  if (response.status === 401 || response.status === 403) endSession();
  return false;
}

/** Renews the access token from the cookie; callers at the same time share one call. */
export function refreshSession(): Promise<boolean> {
  running ??= exclusively(renew)
    .catch(() => false)
    .finally(() => {
      running = null;
    });
  return running;
}
