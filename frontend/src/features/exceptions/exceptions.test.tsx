import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem } from '@/shared/testing/service';
import { ExceptionListPage } from './exception-list-page';
import { ExceptionRecord } from './exception-page';
import type { Exception } from './queries';
import { exceptionSearch } from './search';
import { trendOf } from './trend-table';

const may = (...actions: string[]): Exception['allowed_actions'] =>
  actions.map((action) => ({ action, enabled: true, reasons: [] }));

const exception: Exception = {
  id: 'e1',
  kind: 'OBLIGATION',
  name: '客户定期联系',
  clauses: [
    { id: 'B-CRM-08', title: '一般客户定期跟进' },
    { id: 'B-CRM-09', title: '潜在客户开发培育' },
  ],
  subject_kind: 'client',
  subject: { id: 'c1', name: '锦川机电' },
  obligation_id: 'o1',
  about: 'client.contact',
  person: { id: 'p1', name: '程涛' },
  reason: '客户停产检修',
  state: 'REQUESTED',
  requested_by: { id: 'p1', name: '程涛' },
  requested_at: '2026-11-29T01:00:00Z',
  expires_on: '2026-12-31',
  expired: false,
  version: 3,
  allowed_actions: may('approve', 'refuse'),
};
const me = { 'GET /me': () => ({ body: { id: 'p2', name: '唐伟', roles: [] } }) };
const show = (one: Exception) => renderPage(() => <ExceptionRecord exception={one} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const posted = (calls: ReturnType<typeof fakeService>, end: string) =>
  calls.find(({ method, path }) => method === 'POST' && path.endsWith(end));

describe('deciding', () => {
  it('grants on the version that was looked at, with or without a note', async () => {
    const calls = fakeService({
      ...me,
      'POST /exceptions/e1/actions/approve': () => ({ body: exception }),
    });
    await show(exception);
    await press('批准');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('2026-12-31');
    await userEvent.click(within(dialog).getByRole('button', { name: '批准' }));
    await waitFor(() => expect(posted(calls, '/approve')?.body).toEqual({ note: null }));
    expect(posted(calls, '/approve')?.headers.get('If-Match')).toBe('"3"');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('refuses only with a reason, and shows why the service does not take it', async () => {
    const calls = fakeService({
      ...me,
      'POST /exceptions/e1/actions/refuse': () =>
        problem(409, 'EXCEPTION_SETTLED', { detail: '该例外已处理（已撤回）' }),
    });
    await show(exception);
    await press('不批准');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '不批准' }));
    expect(await within(dialog).findByText(/请输入理由/)).toBeInTheDocument();
    expect(posted(calls, '/refuse')).toBeUndefined();
    await userEvent.type(within(dialog).getByLabelText('理由'), '可先以电话核对');
    await userEvent.click(within(dialog).getByRole('button', { name: '不批准' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('该例外已处理（已撤回）');
    expect(posted(calls, '/refuse')?.body).toEqual({ note: '可先以电话核对' });
  });

  it('that is not open now says why', async () => {
    fakeService(me);
    const reason = { code: 'EXCEPTION_OWN_REQUEST', detail: '不得批准本人提出的例外', clauses: [] };
    await show({
      ...exception,
      allowed_actions: [{ action: 'approve', enabled: false, reasons: [reason] }, ...may('withdraw')],
    });
    await press('批准');
    expect(await screen.findByText('不得批准本人提出的例外')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the register', () => {
  it('asks for what its address says and names the record that it is about', async () => {
    const calls = fakeService({
      ...me,
      'GET /exceptions': () => pageOf([exception]),
      'GET /exceptions/trend': () => ({ body: { items: [] } }),
      'GET /obligations/kinds': () => ({
        body: { items: [{ code: 'client.contact', name: '客户定期联系' }] },
      }),
    });
    const at = '/?clause=B-CRM-08&subject_id=c1&about=client.contact&state=REQUESTED&from=2026-11-01';
    await renderPage(ExceptionListPage, { at, validateSearch: exceptionSearch });
    expect(await screen.findByRole('link', { name: '客户定期联系' })).toHaveAttribute(
      'href',
      '/exceptions/e1',
    );
    const query = calls.find(({ path }) => path === '/exceptions')?.query;
    expect(Object.fromEntries(query ?? [])).toMatchObject({
      clause: 'B-CRM-08',
      subject_id: 'c1',
      about: 'client.contact',
      state: 'REQUESTED',
      from: '2026-11-01',
    });
    expect(await screen.findByRole('button', { name: '相关记录 锦川机电' })).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: /客户定期联系/ })).toBeInTheDocument();
  });

  it('has a month for each of the last twelve, and a row only for what was asked for', () => {
    const line = (month: string, requested: number) => ({
      month,
      kind: 'OBLIGATION' as const,
      requested,
      approved: 0,
      refused: 0,
      filter: '',
    });
    const trend = trendOf([line('2026-03', 2), line('2025-10', 8)], 12, dayjs('2026-03-31'));
    expect([trend.months.length, trend.months[0], trend.months[11]]).toEqual([12, '2025-04', '2026-03']);
    expect(trend.most).toBe(8);
    expect(trend.rows.map(({ kind, cells }) => [kind, cells.map((one) => one?.requested ?? 0)])).toEqual([
      ['OBLIGATION', [0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 2]],
    ]);
  });
});
