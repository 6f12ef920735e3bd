import { vi } from 'vitest';

export type Call = { method: string; path: string; query: URLSearchParams; headers: Headers; body: unknown };
type Reply = { status?: number; body?: unknown };
type Handler = (call: Call) => Reply | Promise<Reply>;

/**
 * Stands in for the service in component tests: handlers by `METHOD /path` below /api/v1, and a record of
 * every call. A call nobody expected is answered 599, which no test mistakes for the service.
 */
export function fakeService(handlers: Record<string, Handler>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(
      input instanceof Request ? input : new URL(String(input), location.origin),
      init,
    );
    const url = new URL(request.url);
    const path = url.pathname.replace('/api/v1', '');
    const text = await request.text();
    const call = {
      method: request.method,
      path,
      query: url.searchParams,
      headers: request.headers,
      body: text === '' ? null : JSON.parse(text),
    };
    calls.push(call);
    const handler = handlers[`${request.method} ${path}`];
    const { status = 200, body } = handler
      ? await handler(call)
      : { status: 599, body: { detail: `nothing answers ${request.method} ${path}` } };
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': type },
    });
  });
  return calls;
}

export function problem(status: number, code: string, more: Record<string, unknown> = {}): Reply {
  return {
    status,
    body: { type: `/problems/${code}`, title: code, status, code, request_id: 'req-7', ...more },
  };
}

/** Somebody who holds these permissions everywhere. */
export function rights(...permissions: string[]): Record<string, Handler> {
  const scope = { all: true, own: false, department_ids: [], site_ids: [] };
  return {
    'GET /me/permissions': () => ({
      body: { permissions: permissions.map((permission) => ({ permission, scope })), clearance: 0 },
    }),
  };
}

export function pageOf(items: unknown[], more: Record<string, unknown> = {}): Reply {
  return {
    body: {
      items,
      page: {
        limit: 50,
        has_more: false,
        next_cursor: null,
        total: items.length,
        total_capped: false,
        ...more,
      },
    },
  };
}
