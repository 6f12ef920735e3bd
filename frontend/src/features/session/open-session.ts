import { answer, api } from '@/shared/api/client';
import { asProblem, ProblemError } from '@/shared/api/problem';
import { refreshSession } from '@/shared/api/refresh';
import { leaveSession, type SessionState, sessionState } from '@/shared/api/session';

/** The session as it stands; after a reload it is asked for from the cookie first. */
export async function openSession(): Promise<SessionState> {
  if (sessionState().status === 'UNKNOWN') await refreshSession();
  const session = sessionState();
  // The service did not say no, it did not answer: the page says so instead of sending anyone to sign in.
  if (session.status === 'UNKNOWN') throw new ProblemError(0, 'OFFLINE');
  return session;
}

export async function signOut(): Promise<void> {
  try {
    await answer(api.POST('/api/v1/auth/sign-out'));
  } catch (error) {
    // Without the service the cookie stays valid, and pretending otherwise would leave an open session behind.
    if (asProblem(error).status !== 401) throw error;
  }
  leaveSession();
}
