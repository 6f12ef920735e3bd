import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, problem } from '@/shared/testing/service';
import { DestructionRecord } from './destruction-page';
import type { Destruction } from './queries';
import { approval, certificate, may, proposed } from './testing/samples';

const service = {
  'GET /me': () => ({ body: { id: 'p9', name: '姜思涵', roles: [] } }),
  'GET /approvals/a1': () => ({ body: approval }),
};
const approved: Destruction = {
  ...proposed,
  state: 'APPROVED',
  allowed_actions: may('abandon', 'carry-out'),
};

const show = (one: Destruction) => renderPage(() => <DestructionRecord destruction={one} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const posted = (calls: ReturnType<typeof fakeService>, end: string) =>
  calls.find(({ method, path }) => method === 'POST' && path.endsWith(end));

describe('a proposal under approval', () => {
  it('says which file goes, why, and how much of it, and leads to the file', async () => {
    fakeService(service);
    await show(proposed);
    expect(screen.getByRole('heading', { level: 1, name: /锦川机电/ })).toBeVisible();
    expect(screen.getByRole('link', { name: '锦川机电' })).toHaveAttribute('href', '/records/c1');
    expect(screen.getByText('往来早已终止')).toBeVisible();
    expect(screen.getByText('KH-20230520-0011')).toBeVisible();
    const contents = screen.getByRole('region', { name: '销毁范围' });
    expect(contents).toHaveTextContent('联系人3');
    expect(contents).toHaveTextContent('信息报告中的记载1');
    expect(within(contents).getByText('ab'.repeat(32))).toBeVisible();
    // Before everybody has signed there is nothing to show of it, and no certificate.
    expect(screen.queryByRole('region', { name: '审批签字' })).toBeNull();
    expect(screen.queryByRole('link', { name: '打印销毁证明' })).toBeNull();
  });

  it('begins anew when its reason is changed, and says so before', async () => {
    const calls = fakeService({ ...service, 'PATCH /client-destructions/d1': () => ({ body: proposed }) });
    await show({ ...proposed, allowed_actions: may('change') });
    await press('修改理由');
    const dialog = await screen.findByRole('dialog');
    // The dialog fades in.
    await waitFor(() => expect(within(dialog).getByText(/审批重新开始/)).toBeVisible());
    const reason = within(dialog).getByLabelText('销毁理由');
    await userEvent.clear(reason);
    await userEvent.type(reason, '工商登记已注销');
    await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'PATCH')).toBe(true));
    const call = calls.find(({ method }) => method === 'PATCH');
    expect(call?.body).toEqual({ reason: '工商登记已注销' });
    expect(call?.headers.get('If-Match')).toBe('"4"');
  });

  it('that was sent back is submitted again, without a body', async () => {
    const calls = fakeService({
      ...service,
      'POST /client-destructions/d1/actions/submit': () => ({ body: proposed }),
    });
    await show({ ...proposed, state: 'SENT_BACK', allowed_actions: may('submit', 'change') });
    await press('重新提交');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '重新提交' }));
    await waitFor(() => expect(posted(calls, '/submit')?.headers.get('If-Match')).toBe('"4"'));
    expect(posted(calls, '/submit')?.body).toBeNull();
  });
});

describe('what all three have approved', () => {
  it('shows who signed, and not what was sent back since', async () => {
    fakeService(service);
    await show(approved);
    const signatures = await screen.findByRole('region', { name: '审批签字' });
    expect(await within(signatures).findByRole('row', { name: /客户信息主管审批 沈慧敏/ })).toHaveTextContent(
      '情况属实',
    );
    expect(within(signatures).getByRole('row', { name: /总经理审批 何建国/ })).toBeVisible();
    expect(within(signatures).queryByText('已退回的人')).toBeNull();
  });

  it('is carried out only with the number of the file, after it was said what goes for good', async () => {
    let isRight = false;
    const errors = [
      {
        pointer: '/client_number',
        code: 'DESTRUCTION_NUMBER_DIFFERS',
        detail: '与档案编号不一致',
        params: {},
      },
    ];
    const calls = fakeService({
      ...service,
      'POST /client-destructions/d1/actions/carry-out': () =>
        isRight ? { body: certificate } : problem(422, 'VALIDATION_FAILED', { errors }),
    });
    await show(approved);
    await press('执行销毁');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('note')).toHaveTextContent('任何人都无法恢复');
    expect(dialog).toHaveTextContent('客户档案2联系人3');
    const send = within(dialog).getByRole('button', { name: '执行销毁' });
    await userEvent.click(send);
    expect(await within(dialog).findByText(/请输入/)).toBeInTheDocument();
    expect(posted(calls, '/carry-out')).toBeUndefined();
    const number = within(dialog).getByLabelText('再次输入档案编号');
    await userEvent.type(number, 'KH-20230314-0008');
    await userEvent.click(send);
    expect(await within(dialog).findByText('与档案编号不一致')).toBeInTheDocument();
    isRight = true;
    await userEvent.clear(number);
    await userEvent.type(number, 'KH-20230314-0007');
    await userEvent.click(send);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = calls.filter(({ path }) => path.endsWith('/carry-out')).at(-1);
    expect(sent?.body).toEqual({ client_number: 'KH-20230314-0007' });
    expect(sent?.headers.get('If-Match')).toBe('"4"');
  });

  it('is kept after all with a reason', async () => {
    const calls = fakeService({
      ...service,
      'POST /client-destructions/d1/actions/abandon': () => ({ body: approved }),
    });
    await show(approved);
    await press('中止销毁');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('中止理由'), '客户来函要求恢复合作');
    await userEvent.click(within(dialog).getByRole('button', { name: '中止销毁' }));
    await waitFor(() => expect(posted(calls, '/abandon')?.body).toEqual({ reason: '客户来函要求恢复合作' }));
  });

  it('is not carried out by whoever proposed it, and says by which rule', async () => {
    fakeService(service);
    const reason = {
      code: 'DESTRUCTION_OWN_PROPOSAL',
      detail: '提请销毁的人不得执行销毁，须由另一人执行',
      clauses: [{ id: 'A-BOR-06', title: '过时档案销毁' }],
    };
    await show({
      ...approved,
      allowed_actions: [{ action: 'carry-out', enabled: false, reasons: [reason] }],
    });
    await press('执行销毁');
    expect(await screen.findByText(/须由另一人执行/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /A-BOR-06《过时档案销毁》/ })).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('what was given up', () => {
  it('says who kept the file, and why', async () => {
    fakeService(service);
    await show({
      ...proposed,
      state: 'ABANDONED',
      settled_by: { id: 'p2', name: '姜思涵' },
      settled_at: '2026-11-30T02:00:00Z',
      settled_note: '客户恢复合作',
    });
    const given = screen.getByRole('region', { name: '中止' });
    expect(given).toHaveTextContent('姜思涵');
    expect(given).toHaveTextContent('客户恢复合作');
  });
});
