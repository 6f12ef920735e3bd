import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { LoanRecord } from './loan-page';
import type { Loan } from './queries';

const may = (...actions: string[]): Loan['allowed_actions'] =>
  actions.map((action) => ({ action, enabled: true, reasons: [] }));

const loan: Loan = {
  id: 'l1',
  number: 'LN-20261129-0001',
  kind: 'CONSULTATION',
  wanted: '锦川机电的往来记录',
  purpose: '续签谈判准备',
  due_on: null,
  overdue: false,
  state: 'APPROVED',
  requested_by: { id: 'p1', name: '程涛' },
  requested_at: '2026-11-29T01:00:00Z',
  department: { id: 'd1', name: '销售一部' },
  level: 0,
  version: 4,
  files: [],
  approval_id: 'a1',
  allowed_actions: may('hand-out'),
};
const client = { id: 'c1', number: 'CL-1', name: '锦川机电' };
const me = { 'GET /me': () => ({ body: { id: 'p9', name: '杜欣怡', roles: [] } }) };

const show = (one: Loan) => renderPage(() => <LoanRecord loan={one} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const posted = (calls: ReturnType<typeof fakeService>, end: string) =>
  calls.find(({ method, path }) => method === 'POST' && path.endsWith(end));

async function choose(dialog: HTMLElement) {
  await userEvent.type(within(dialog).getByRole('combobox', { name: '交付的档案' }), '锦川');
  await userEvent.click(
    await screen.findByText('锦川机电 · CL-1', { selector: '.ant-select-item-option *' }),
  );
}

describe('handing out', () => {
  it('sends the files on the version that was looked at', async () => {
    const calls = fakeService({
      ...me,
      'GET /clients': () => pageOf([client]),
      'POST /client-loans/l1/actions/hand-out': () => ({ body: loan }),
    });
    await show(loan);
    await press('交付');
    const dialog = await screen.findByRole('dialog');
    // The card names at least one file.
    await userEvent.click(within(dialog).getByRole('button', { name: '交付' }));
    expect(await within(dialog).findByText(/请输入交付的档案/)).toBeInTheDocument();
    await choose(dialog);
    await userEvent.type(within(dialog).getByLabelText('交付说明'), '纸质档案两册');
    await userEvent.click(within(dialog).getByRole('button', { name: '交付' }));
    await waitFor(() => expect(posted(calls, '/hand-out')).toBeDefined());
    const call = posted(calls, '/hand-out');
    expect(call?.body).toEqual({ files: ['c1'], note: '纸质档案两册' });
    expect(call?.headers.get('If-Match')).toBe('"4"');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('shows why the service refuses, with the rule', async () => {
    fakeService({
      ...me,
      'GET /clients': () => pageOf([client]),
      'POST /client-loans/l1/actions/hand-out': () =>
        problem(409, 'LOAN_BORROWER_NOT_CLEARED', {
          detail: '借阅人的涉密等级低于档案密级，不能交付',
          clauses: [{ id: 'A-CLI-18', title: '查阅权限' }],
        }),
    });
    await show(loan);
    await press('交付');
    const dialog = await screen.findByRole('dialog');
    await choose(dialog);
    await userEvent.click(within(dialog).getByRole('button', { name: '交付' }));
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('借阅人的涉密等级低于档案密级，不能交付');
    expect(within(alert).getByRole('link', { name: '依据 A-CLI-18《查阅权限》' })).toBeInTheDocument();
  });

  it('asks for no file where figures are given', async () => {
    const calls = fakeService({
      ...me,
      'POST /client-loans/l1/actions/hand-out': () => ({ body: loan }),
    });
    await show({ ...loan, kind: 'STATISTICS' });
    await press('交付');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('combobox')).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: '交付' }));
    await waitFor(() => expect(posted(calls, '/hand-out')?.body).toEqual({ files: [], note: null }));
  });

  it('that is not open now says by which rule', async () => {
    fakeService(me);
    const reason = {
      code: 'LOAN_OWN_REQUEST',
      detail: '不得为本人办理借阅',
      clauses: [{ id: 'A-BOR-01', title: '客户档案查阅审批' }],
    };
    const allowed_actions = [{ action: 'hand-out', enabled: false, reasons: [reason] }];
    await show({ ...loan, allowed_actions });
    await press('交付');
    expect(await screen.findByText('不得为本人办理借阅')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the loan card', () => {
  const out: Loan = {
    ...loan,
    kind: 'LOAN',
    due_on: '2026-01-05',
    overdue: true,
    state: 'HANDED_OUT',
    level: 2,
    files: [client],
    handed_out_at: '2026-01-01T01:00:00Z',
    handed_out_by: { id: 'p9', name: '杜欣怡' },
    handed_out_note: '两册',
    allowed_actions: may('give-back', 'report-lost'),
  };

  it('leads to the files, says that it is late, and lies under the mark of its level', async () => {
    fakeService(me);
    await show(out);
    expect(screen.getByRole('link', { name: '锦川机电' })).toHaveAttribute('href', '/records/c1');
    expect(screen.getByText('逾期未还')).toBeInTheDocument();
    expect(await screen.findByText('机密')).toBeInTheDocument();
    const mark = document.querySelector('.zd-watermark span');
    await waitFor(() => expect(mark?.getAttribute('data-mark')).toMatch(/^机密 · 杜欣怡 · /));
    // No page shows approvals here: the words stand there without a link.
    expect(screen.getByText('查看审批记录').closest('a')).toBeNull();
    expect(screen.getByRole('link', { name: '打印借阅卡' })).toHaveAttribute('href', '/client-loans/l1/card');
  });

  it('is closed by the return, with the condition', async () => {
    const calls = fakeService({
      ...me,
      'POST /client-loans/l1/actions/give-back': () => ({ body: out }),
    });
    await show(out);
    await press('登记归还');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('归还情况'), '齐全');
    await userEvent.click(within(dialog).getByRole('button', { name: '登记归还' }));
    await waitFor(() => expect(posted(calls, '/give-back')?.body).toEqual({ note: '齐全' }));
    expect(posted(calls, '/give-back')?.headers.get('If-Match')).toBe('"4"');
  });

  it('names the party and the superior of a loss, and asks for the superior where there is none', async () => {
    const errors = [{ pointer: '/superior_id', code: 'REQUIRED', detail: '必须填写', params: {} }];
    const calls = fakeService({
      ...me,
      'GET /people': () => pageOf([]),
      'POST /client-loans/l1/actions/report-lost': () => problem(422, 'VALIDATION_FAILED', { errors }),
    });
    await show(out);
    await press('登记违规、遗失或泄密');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('事件经过'), '出差途中遗失一册');
    await userEvent.click(within(dialog).getByRole('button', { name: '登记违规、遗失或泄密' }));
    expect(await within(dialog).findByText('必须填写')).toBeInTheDocument();
    expect(posted(calls, '/report-lost')?.body).toEqual({ note: '出差途中遗失一册', superior_id: null });
    const lost = { ...out, state: 'LOST' as const, overdue: false, superior: { id: 'p3', name: '罗海涛' } };
    await show({ ...lost, settled_note: '遗失一册' });
    const card = screen.getAllByRole('region', { name: '借阅卡' }).at(-1) as HTMLElement;
    expect(card).toHaveTextContent(/当事人程涛/);
    expect(card).toHaveTextContent(/直接上级罗海涛/);
  });
});

describe('a request under approval', () => {
  const open: Loan = {
    ...loan,
    kind: 'LOAN',
    due_on: '2027-01-05',
    state: 'REQUESTED',
    allowed_actions: may('change'),
  };

  it('begins anew when it is changed, says so before, and loses its last day with the loan', async () => {
    const calls = fakeService({
      ...me,
      ...rights('client-loan.request', 'client-loan.borrow'),
      'PATCH /client-loans/l1': () => ({ body: open }),
    });
    await show(open);
    await press('修改申请');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/审批重新开始/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('radio', { name: '查阅档案' }));
    await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'PATCH')).toBe(true));
    const call = calls.find(({ method }) => method === 'PATCH');
    expect(call?.body).toEqual({ kind: 'CONSULTATION', due_on: null });
    expect(call?.headers.get('If-Match')).toBe('"4"');
  });

  it('that was sent back is submitted again, without that warning', async () => {
    const calls = fakeService({
      ...me,
      'POST /client-loans/l1/actions/submit': () => ({ body: open }),
    });
    await show({ ...open, state: 'SENT_BACK', allowed_actions: may('submit', 'change') });
    await press('修改申请');
    await screen.findByRole('dialog');
    expect(screen.queryByText(/审批重新开始/)).toBeNull();
    await press('取消');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press('重新提交');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '重新提交' }));
    await waitFor(() => expect(posted(calls, '/submit')?.headers.get('If-Match')).toBe('"4"'));
  });
});

describe('a loan and its incident', () => {
  const lost: Loan = {
    ...loan,
    kind: 'LOAN',
    state: 'LOST',
    handed_out_at: '2026-11-20T01:00:00Z',
    superior: { id: 'p3', name: '罗海涛' },
  };
  const incidentPage = { records: { 'client-incident': '/client-incidents/$id' } };

  it('leads to what the loss became, and asks for no second report', async () => {
    fakeService(rights('client-incident.report'));
    await renderPage(() => <LoanRecord loan={{ ...lost, incident_id: 'i1' }} />, incidentPage);
    const link = screen.getByRole('link', { name: '查看保密事件' });
    expect(link).toHaveAttribute('href', '/client-incidents/i1');
    expect(screen.queryByRole('link', { name: '报告保密事件' })).toBeNull();
  });

  it('is where one is reported, of what was handed out, by whoever may', async () => {
    fakeService(rights('client-incident.report'));
    await renderPage(() => <LoanRecord loan={lost} />, { pages: ['/client-incidents/new'] });
    const link = await screen.findByRole('link', { name: '报告保密事件' });
    expect(link).toHaveAttribute('href', '/client-incidents/new?loan_id=l1');
  });
});
