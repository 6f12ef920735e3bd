import { beforeEach, describe, expect, it } from 'vitest';
import { fakeService, problem } from '../testing/service';
import { answer, api, ifMatch } from './client';
import { asProblem } from './problem';
import { leaveSession, sessionState, startSession } from './session';

const session = (token: string) => ({
  access_token: token,
  token_type: 'Bearer',
  expires_in_seconds: 900,
  session_id: 's',
  password_change_required: false,
});
const failure = (call: Promise<unknown>) => call.then(() => null, asProblem);

describe('the API client', () => {
  beforeEach(() => {
    leaveSession();
    startSession(session('old'));
  });

  const expiring = () =>
    fakeService({
      'POST /auth/refresh': () => ({ body: session('new') }),
      'GET /me': ({ headers }) =>
        headers.get('Authorization') === 'Bearer new'
          ? { body: { name: '王建国' } }
          : problem(401, 'NOT_AUTHENTICATED'),
      'POST /saved-views': ({ headers, body }) =>
        headers.get('Authorization') === 'Bearer new'
          ? { status: 201, body }
          : problem(401, 'NOT_AUTHENTICATED'),
    });

  it('renews an expired token once for calls made at the same time', async () => {
    const calls = expiring();
    const [one, two] = await Promise.all([answer(api.GET('/api/v1/me')), answer(api.GET('/api/v1/me'))]);
    expect([one.name, two.name]).toEqual(['王建国', '王建国']);
    expect(calls.filter(({ path }) => path === '/auth/refresh')).toHaveLength(1);
  });

  it('repeats a POST after renewal with the same key and the same body', async () => {
    const calls = expiring();
    const body = {
      list: 'clients',
      name: '重点',
      visibility: 'PRIVATE',
      is_default: false,
      query: 'tier=KEY',
      columns: [],
    } as const;
    await answer(api.POST('/api/v1/saved-views', { body: { ...body, columns: [] } }));
    const posts = calls.filter(({ path }) => path === '/saved-views');
    expect(posts.map((call) => call.body)).toEqual([body, body]);
    const keys = posts.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });

  it('ends the session when the service refuses to renew it', async () => {
    fakeService({
      'POST /auth/refresh': () => problem(401, 'NOT_AUTHENTICATED'),
      'GET /me': () => problem(401, 'NOT_AUTHENTICATED'),
    });
    const found = await failure(answer(api.GET('/api/v1/me')));
    expect(found?.status).toBe(401);
    expect(sessionState()).toMatchObject({ status: 'SIGNED_OUT', ended: true });
  });

  it('keeps the session when the service is only away', async () => {
    fakeService({
      'POST /auth/refresh': () => problem(503, 'UNAVAILABLE'),
      'GET /me': () => problem(401, 'NOT_AUTHENTICATED'),
    });
    await failure(answer(api.GET('/api/v1/me')));
    expect(sessionState().status).toBe('SIGNED_IN');
  });

  it('hands on a refusal with its code, fields, clauses and request id', async () => {
    fakeService({
      'PATCH /me': () =>
        problem(422, 'VALIDATION_FAILED', {
          detail: '有一处错误',
          errors: [{ pointer: '/phone', code: 'PHONE', detail: '电话格式不正确' }],
          clauses: [{ id: 'A-CLI-16', title: '客户信息录入' }],
        }),
    });
    const found = await failure(
      answer(api.PATCH('/api/v1/me', { params: { header: ifMatch(3) }, body: { phone: '12' } })),
    );
    expect(found).toMatchObject({
      status: 422,
      code: 'VALIDATION_FAILED',
      requestId: 'req-7',
      detail: '有一处错误',
    });
    expect(found?.errors[0]?.pointer).toBe('/phone');
    expect(found?.clauses[0]?.id).toBe('A-CLI-16');
  });

  it('sends the version and the language', async () => {
    const calls = fakeService({ 'PATCH /me': () => ({ body: {} }) });
    await answer(api.PATCH('/api/v1/me', { params: { header: ifMatch(3) }, body: { name: '李' } }));
    expect(calls[0]?.headers.get('If-Match')).toBe('"3"');
    expect(calls[0]?.headers.get('Accept-Language')).toBe('zh-CN');
  });

  it('says offline when nothing answers, and that an answer was unreadable when it was', async () => {
    fakeService({
      'GET /me': () => {
        throw new TypeError('failed to fetch');
      },
      'GET /system/info': () => ({ status: 502, body: 'bad gateway' }),
    });
    expect((await failure(answer(api.GET('/api/v1/me'))))?.code).toBe('OFFLINE');
    expect(await failure(answer(api.GET('/api/v1/system/info')))).toMatchObject({
      status: 502,
      code: 'NO_PROBLEM_BODY',
    });
  });
});
