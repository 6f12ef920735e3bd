import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, problem, rights } from '@/shared/testing/service';
import { DecisionPanel } from './decision-panel';
import { approval, inboxTask, step, task } from './testing/samples';

const open = (action: string) => ({ action, enabled: true, reasons: [] });
const acts = ['approve', 'reject', 'send-back', 'add-approver', 'hand-over'];
const detail = { ...inboxTask('1'), allowed_actions: acts.map(open) };
const clauses = [{ id: 'A-BOR-01', title: '客户档案查阅审批' }];
const path = '/approval-tasks/t1/actions';

type Handlers = Parameters<typeof fakeService>[0];
const service = (more: Handlers = {}, permissions: string[] = ['approval.decide']) =>
  fakeService({
    ...rights(...permissions),
    'GET /approval-tasks/t1': () => ({ body: detail }),
    ...more,
  });

async function begin(act: string) {
  await userEvent.click(await screen.findByRole('button', { name: act }));
  return screen.findByRole('dialog');
}

describe('my decision', () => {
  it('agrees to the content that stands beside it, on the version of the task', async () => {
    const calls = service({ [`POST ${path}/approve`]: () => ({ body: detail }) });
    await renderPage(() => <DecisionPanel approval={approval()} />);
    const dialog = await begin('同意');
    await userEvent.type(within(dialog).getByLabelText('审批意见'), '同意查阅');
    await userEvent.click(within(dialog).getByRole('button', { name: /^同\s?意$/ }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    const call = calls.find(({ method }) => method === 'POST');
    expect(call?.headers.get('If-Match')).toBe('"3"');
    expect(call?.body).toEqual({ content_hash: 'hash-1', comment: '同意查阅', evidence: null });
  });

  it('goes back to the requester or to a step that is over, and to no other', async () => {
    const later = { ...detail, step: 'customer-service' };
    const calls = service({
      'GET /approval-tasks/t1': () => ({ body: later }),
      [`POST ${path}/send-back`]: () => ({ body: later }),
    });
    const steps = [
      step('department-head', { name: '部门经理签字', standing: 'DONE' }),
      step('customer-service', { name: '客户服务部核准', standing: 'OPEN' }),
      step('finance', { name: '财务会签', standing: 'OPEN', together: true }),
    ];
    await renderPage(() => <DecisionPanel approval={approval({ steps })} />);
    const dialog = await begin('退回');
    await userEvent.click(within(dialog).getByRole('combobox', { name: '退回给' }));
    await userEvent.click(await screen.findByTitle('部门经理签字'));
    expect(screen.queryByTitle('财务会签')).toBeNull();
    await userEvent.type(within(dialog).getByLabelText('审批意见'), '请先补充');
    await userEvent.click(within(dialog).getByRole('button', { name: /^退\s?回$/ }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      to_step: 'department-head',
      comment: '请先补充',
    });
  });

  it('that is refused says why, by which rule, and stays open', async () => {
    const refused = problem(409, 'APPROVAL_DECIDED_IN', { detail: '已在“部门经理签字”审批过', clauses });
    service({ [`POST ${path}/approve`]: () => refused });
    await renderPage(() => <DecisionPanel approval={approval()} />);
    const dialog = await begin('同意');
    await userEvent.click(within(dialog).getByRole('button', { name: /^同\s?意$/ }));
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('已在“部门经理签字”审批过');
    expect(within(alert).getByRole('link')).toHaveAttribute('href', '/handbook/rules/A-BOR-01');
  });

  it('that is not open says which rule stands against it', async () => {
    const reasons = [{ code: 'APPROVAL_REQUESTED', clauses, detail: '申请人不得审批本人的申请' }];
    const forbidden = { ...detail, allowed_actions: [{ action: 'approve', enabled: false, reasons }] };
    service({ 'GET /approval-tasks/t1': () => ({ body: forbidden }) });
    await renderPage(() => <DecisionPanel approval={approval()} />);
    await userEvent.click(await screen.findByRole('button', { name: /同意/ }));
    expect(await screen.findByText('申请人不得审批本人的申请')).toBeInTheDocument();
    expect(screen.getByText('依据 A-BOR-01《客户档案查阅审批》')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    [412, 'STALE_VERSION'],
    [409, 'APPROVAL_CONTENT_CHANGED'],
  ])('of what is another by now (%i %s) is not sent again: the page is read anew', async (status, code) => {
    const calls = service({ [`POST ${path}/approve`]: () => problem(status, code, { detail: '内容已变' }) });
    await renderPage(() => <DecisionPanel approval={approval()} />);
    const dialog = await begin('同意');
    const read = () =>
      calls.filter(({ method, path: at }) => method === 'GET' && at === '/approval-tasks/t1');
    const before = read().length;
    await userEvent.click(within(dialog).getByRole('button', { name: /^同\s?意$/ }));
    expect(await screen.findByText('内容已变')).toBeInTheDocument();
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(screen.getByRole('status')).toHaveTextContent('请重新查看');
    expect(read().length).toBeGreaterThan(before);
  });

  it('is not there for whoever has none; whoever may note 跨级审批 does it for an open task of another', async () => {
    const across = { ...detail, allowed_actions: [open('across-levels')] };
    const calls = service(
      {
        'GET /approval-tasks/t1': () => ({ body: across }),
        [`POST ${path}/across-levels`]: () => ({ body: across }),
      },
      ['approval.cross-levels'],
    );
    const settled = task('2', { state: 'APPROVED' });
    const steps = [step('department-head', { tasks: [task('1'), settled] })];
    await renderPage(() => <DecisionPanel approval={approval({ my_task: null, steps })} />);
    const dialog = await begin('跨级审批登记（邓俊峰）');
    expect(screen.queryByRole('heading', { name: '我的审批' })).toBeNull();
    const time = within(dialog).getByLabelText('电话确认时间');
    await userEvent.type(time, '2026-11-24T09:30');
    await userEvent.type(within(dialog).getByLabelText('说明'), '出差，电话同意');
    await userEvent.click(within(dialog).getByRole('button', { name: '跨级审批登记' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      comment: '出差，电话同意',
      confirmed_at: expect.stringMatching(/^2026-11-2\dT.*Z$/),
    });
  });
});
