import createClient from 'openapi-fetch';
import { currentLocale } from '@/shared/i18n/locale';
import { ProblemError, problemFrom } from './problem';
import { refreshSession } from './refresh';
import type { paths } from './schema';
import { currentAccessToken } from './session';

const authPaths = /\/api\/v1\/auth\//;

function prepare(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set('Accept-Language', currentLocale());
  const token = currentAccessToken();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  return new Request(request, { headers });
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError(0, 'OFFLINE');
  }
}

/** Sends with the token; an expired one is renewed once, and the same request, same key, goes again. */
export async function authorisedFetch(request: Request): Promise<Response> {
  if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', crypto.randomUUID());
  }
  const retry = request.clone();
  const response = await send(prepare(request));
  if (response.status !== 401 || authPaths.test(request.url)) return response;
  const renewed = await refreshSession();
  return renewed ? send(prepare(retry)) : response;
}

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: authorisedFetch,
  querySerializer: { array: { style: 'form', explode: true } },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** Unwraps an answer of `api`; everything that is not 2xx is thrown as a `ProblemError`. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw problemFrom(response.status, error, response.headers.get('X-Request-Id'));
}

/** The header that says which version a change was made on. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/**
 * One key for one intended effect: keep it over retries of the same form, take a new one after success.
 * @public for the `headers` of a create; `RecordForm` hands the key to `save`.
 */
export function idempotencyKey(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** Of an act on a record: which one, on which version, and the key of this one effect. */
export function actOn({ id, version }: { id: string; version: number }, key: string) {
  return { params: { path: { id }, header: { ...ifMatch(version), ...idempotencyKey(key) } } };
}
