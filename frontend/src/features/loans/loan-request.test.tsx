import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { daysFromToday, today } from '@/shared/format/date';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { LoanCreatePage } from './loan-create-page';
import { LoanListPage } from './loan-list-page';
import { loanSearch } from './search';

const noDraft = { 'GET /drafts/client-loan/new': () => problem(404, 'NOT_FOUND') };
const pages = ['/client-loans', '/client-loans/$id'];

const fill = async () => {
  await userEvent.type(await screen.findByLabelText(/所需资料/), '西南片区客户的往来记录');
  await userEvent.type(screen.getByLabelText(/用途/), '续签谈判准备');
};
const undertake = () => userEvent.click(screen.getByRole('checkbox', { name: /不在公共场所或出差途中/ }));
const send = () => userEvent.click(screen.getByRole('button', { name: '提交申请' }));

describe('asking for client archives', () => {
  it('is offered without a loan to whoever may not borrow, and says by which rule', async () => {
    fakeService({ ...rights('client-loan.request'), ...noDraft });
    await renderPage(LoanCreatePage, { pages });
    const loan = await screen.findByRole('radio', { name: '借出档案' });
    expect(loan).toBeDisabled();
    expect(loan).toHaveAccessibleDescription(/仅限经理及以上人员借出/);
    expect(screen.getByRole('link', { name: '依据 A-BOR-02' })).toHaveAttribute(
      'href',
      '/handbook/rules/A-BOR-02',
    );
    expect(screen.getByRole('radio', { name: '查阅档案' })).toBeChecked();
  });

  it('goes only with the undertaking, under a key of its own', async () => {
    const calls = fakeService({
      ...rights('client-loan.request'),
      ...noDraft,
      'DELETE /drafts/client-loan/new': () => ({ status: 204 }),
      'POST /client-loans': () => ({ status: 201, body: { id: 'l1' } }),
    });
    const { router } = await renderPage(LoanCreatePage, { pages });
    await fill();
    await send();
    expect(await screen.findByText('请先作出阅览承诺')).toBeInTheDocument();
    const asked = () => calls.filter(({ method }) => method === 'POST');
    expect(asked()).toEqual([]);
    // Taken back again, it is as if it had not been given.
    await undertake();
    await undertake();
    await send();
    expect(await screen.findByText('请先作出阅览承诺')).toBeInTheDocument();
    expect(asked()).toEqual([]);
    await undertake();
    await send();
    await waitFor(() => expect(router.state.location.pathname).toBe('/client-loans/l1'));
    expect(asked()).toHaveLength(1);
    expect(asked()[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked()[0]?.body).toEqual({
      kind: 'CONSULTATION',
      wanted: '西南片区客户的往来记录',
      purpose: '续签谈判准备',
      undertaking: true,
    });
  });

  it('asks for a last day where something is taken along, and nowhere else', async () => {
    const calls = fakeService({
      ...rights('client-loan.request', 'client-loan.borrow'),
      ...noDraft,
      'DELETE /drafts/client-loan/new': () => ({ status: 204 }),
      'POST /client-loans': () => ({ status: 201, body: { id: 'l1' } }),
    });
    await renderPage(LoanCreatePage, { pages });
    const loan = await screen.findByRole('radio', { name: '借出档案' });
    await waitFor(() => expect(loan).toBeEnabled());
    expect(screen.queryByLabelText(/归还期限/)).toBeNull();
    await userEvent.click(loan);
    const day = daysFromToday(7);
    await waitFor(() => expect(screen.getByLabelText(/归还期限/)).toBeEnabled());
    await userEvent.type(await screen.findByLabelText(/归还期限/), `${day}{Enter}`);
    await fill();
    await undertake();
    // Asked for a look only, it loses its last day.
    await userEvent.click(screen.getByRole('radio', { name: '客户统计资料' }));
    await waitFor(() => expect(screen.queryByLabelText(/归还期限/)).toBeNull());
    await userEvent.click(screen.getByRole('radio', { name: '借出档案' }));
    await screen.findByLabelText(/归还期限/);
    await userEvent.click(screen.getByRole('radio', { name: '客户统计资料' }));
    await send();
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    const body = calls.find(({ method }) => method === 'POST')?.body;
    expect(body).toMatchObject({ kind: 'STATISTICS' });
    expect(body).not.toHaveProperty('due_on');
  });

  it('takes up a loan that was kept as a draft with its last day', async () => {
    const content = { kind: 'LOAN', due_on: daysFromToday(3), wanted: '合同', purpose: '续签' };
    const kept = { kind: 'client-loan', key: 'new', content, updated_at: '2026-11-20T02:00:00Z' };
    fakeService({
      ...rights('client-loan.request', 'client-loan.borrow'),
      'GET /drafts/client-loan/new': () => ({ body: kept }),
    });
    await renderPage(LoanCreatePage, { pages });
    await userEvent.click(await screen.findByRole('button', { name: '恢复草稿' }));
    expect(await screen.findByLabelText(/归还期限/)).toHaveValue(content.due_on);
  });

  it('shows a refusal with its rule', async () => {
    fakeService({
      ...rights('client-loan.request', 'client-loan.borrow'),
      ...noDraft,
      'POST /client-loans': () =>
        problem(409, 'LOAN_ONLY_MANAGERS', {
          detail: '经理以上人员方可借出客户档案',
          clauses: [{ id: 'A-BOR-02', title: '档案借阅资格限制' }],
        }),
    });
    await renderPage(LoanCreatePage, { pages });
    await fill();
    await undertake();
    await send();
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('经理以上人员方可借出客户档案')).toBeInTheDocument();
    expect(
      within(alert).getByRole('link', { name: '依据 A-BOR-02《档案借阅资格限制》' }),
    ).toBeInTheDocument();
  });
});

describe('the list', () => {
  const row = {
    id: 'l1',
    number: 'LN-20261101-0001',
    kind: 'LOAN',
    wanted: '锦川机电的合同',
    purpose: '续签',
    due_on: daysFromToday(-2),
    overdue: true,
    state: 'HANDED_OUT',
    requested_by: { id: 'p1', name: '唐伟' },
    requested_at: '2026-11-01T01:00:00Z',
    level: 1,
    version: 3,
  };

  it('marks what is late, and asks for mine and for the late at one press', async () => {
    const calls = fakeService({
      ...rights('client-loan.read'),
      'GET /me': () => ({ body: { id: 'p1', name: '唐伟', roles: [] } }),
      'GET /people/p1': () => ({ body: { id: 'p1', name: '唐伟' } }),
      'GET /views': () => ({ body: { items: [] } }),
      'GET /client-loans': () => pageOf([row]),
    });
    await renderPage(LoanListPage, { validateSearch: loanSearch });
    const line = await screen.findByRole('row', { name: /LN-20261101-0001/ });
    expect(within(line).getByText('已逾期 2 天')).toBeInTheDocument();
    // Nobody here may ask.
    expect(screen.queryByRole('button', { name: '申请查阅/借阅' })).toBeNull();
    const mine = await screen.findByRole('button', { name: '我的申请' });
    await waitFor(() => expect(mine).toBeEnabled());
    await userEvent.click(mine);
    await userEvent.click(screen.getByRole('button', { name: '逾期未还' }));
    await waitFor(() => {
      const query = calls.filter(({ path }) => path === '/client-loans').at(-1)?.query;
      expect(query?.get('requested_by')).toBe('p1');
      expect(query?.get('due_before')).toBe(today());
    });
    const late = screen.getByRole('button', { name: '逾期未还' });
    expect(late).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(late);
    await waitFor(() => {
      const query = calls.filter(({ path }) => path === '/client-loans').at(-1)?.query;
      expect(query?.has('due_before')).toBe(false);
    });
  });
});
