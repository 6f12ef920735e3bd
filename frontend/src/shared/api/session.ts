import { useSyncExternalStore } from 'react';
import type { components } from './schema';

type SessionAnswer = components['schemas']['AccessToken'];

export type SessionState = {
  status: 'UNKNOWN' | 'SIGNED_OUT' | 'SIGNED_IN';
  passwordChangeRequired: boolean;
  /** Set when the service ended a session in use, so that the sign-in page can say so. */
  ended: boolean;
};

// The access token stays in this module: no script can read it from storage, and a reload asks the cookie.
let accessToken: string | null = null;
let state: SessionState = { status: 'UNKNOWN', passwordChangeRequired: false, ended: false };
const listeners = new Set<() => void>();

function publish(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function currentAccessToken(): string | null {
  return accessToken;
}

export function sessionState(): SessionState {
  return state;
}

export function startSession(answer: SessionAnswer): void {
  accessToken = answer.access_token;
  publish({ status: 'SIGNED_IN', passwordChangeRequired: answer.password_change_required, ended: false });
}

export function endSession(): void {
  const wasSignedIn = state.status === 'SIGNED_IN';
  accessToken = null;
  publish({ status: 'SIGNED_OUT', passwordChangeRequired: false, ended: wasSignedIn });
}

/** A sign-out asked for by the person is not an "ended" session. */
export function leaveSession(): void {
  accessToken = null;
  publish({ status: 'SIGNED_OUT', passwordChangeRequired: false, ended: false });
}

export function passwordChanged(): void {
  publish({ ...state, passwordChangeRequired: false });
}

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribeSession, sessionState);
}
