import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { InboxPage } from './inbox-page';
import { inboxTask } from './testing/samples';

const first = inboxTask('1');
const second = inboxTask('2', { overdue: true, on_behalf: true });
const refused = problem(409, 'APPROVAL_CONTENT_CHANGED', {
  detail: '送审内容已不是您所查看的内容',
  clauses: [{ id: 'A-BOR-01', title: '客户档案查阅审批' }],
}).body;

function inboxOf(...permissions: string[]) {
  return fakeService({
    ...rights(...permissions),
    'GET /approval-tasks': () => pageOf([first, second]),
    'POST /approval-tasks/actions/decide': () => ({
      body: {
        items: [
          { task_id: 't1', done: true, problem: null },
          { task_id: 't2', done: false, problem: refused },
        ],
      },
    }),
  });
}

async function begin(act: string) {
  await userEvent.click(await screen.findByRole('checkbox', { name: '选择本页全部' }));
  await userEvent.click(screen.getByRole('button', { name: act }));
  return screen.findByRole('dialog');
}

describe('what waits for my decision', () => {
  it('says what is asked, in which step, for whom, and that the term has passed', async () => {
    inboxOf('approval.decide');
    await renderPage(InboxPage);
    const row = (await screen.findByRole('link', { name: 'LN-2' })).closest('tr') as HTMLElement;
    for (const said of ['查阅档案 · 西南片区客户 2', '部门经理签字', '袁鹏飞', '已逾期', '代 邓俊峰 审批']) {
      expect(within(row).getByText(said)).toBeInTheDocument();
    }
    expect(within(row).getByRole('link')).toHaveAttribute('href', '/approvals/a2');
  });

  it('is decided together on what was looked at, and each has an outcome of its own', async () => {
    const calls = inboxOf('approval.decide');
    await renderPage(InboxPage);
    const dialog = await begin('批量同意');
    const chosen = await within(dialog).findByRole('list', { name: '所选事项' });
    expect(within(chosen).getAllByRole('listitem')).toHaveLength(2);
    await userEvent.click(within(dialog).getByRole('button', { name: '批量同意' }));
    await within(dialog).findByText('1 项已处理，1 项未处理');
    const [done, not] = within(dialog).getAllByRole('row').slice(1);
    expect(done).toHaveTextContent('LN-1已同意');
    expect(not).toHaveTextContent('LN-2未处理 送审内容已不是您所查看的内容');
    expect(within(not as HTMLElement).getByRole('link')).toHaveAttribute('href', '/handbook/rules/A-BOR-01');
    await userEvent.click(within(dialog).getByRole('button', { name: /^完\s?成$/ }));
    await waitFor(() => expect(screen.queryByText('已选 2 条')).toBeNull());
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      decision: 'APPROVE',
      comment: null,
      tasks: [
        { task_id: 't1', version: 3, content_hash: 'hash-1' },
        { task_id: 't2', version: 3, content_hash: 'hash-2' },
      ],
    });
  });

  it('is rejected together only with a reason', async () => {
    const calls = inboxOf('approval.decide');
    await renderPage(InboxPage);
    const dialog = await begin('批量否决');
    const comment = await within(dialog).findByLabelText('审批意见');
    await userEvent.click(within(dialog).getByRole('button', { name: '批量否决' }));
    await waitFor(() => expect(comment).toBeInvalid());
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.type(comment, '用途不明');
    await userEvent.click(within(dialog).getByRole('button', { name: '批量否决' }));
    await within(dialog).findByText('1 项已处理，1 项未处理');
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      decision: 'REJECT',
      comment: '用途不明',
    });
  });

  it('is only read by whoever does not decide', async () => {
    inboxOf();
    await renderPage(InboxPage);
    await screen.findByRole('link', { name: 'LN-1' });
    expect(screen.queryByRole('checkbox', { name: '选择本页全部' })).toBeNull();
  });
});
