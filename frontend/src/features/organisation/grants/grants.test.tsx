import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem } from '@/shared/testing/service';
import type { Person } from '../people/queries';
import { GrantForm } from './grant-form';
import { GrantsOfPerson } from './grants-of-person';

const person = { id: 'p1', name: '林晓梅', version: 4 } as Person;
const role = (id: string, name: string, ...codes: string[]) => ({
  id,
  name,
  code: id.toUpperCase(),
  permissions: codes.map((permission) => ({ permission, scope: 'ALL' })),
});
const roles = [
  role('specialist', '客服专员', 'client.report-inferior'),
  role('manager', '客户服务部经理', 'client.confirm-inferior'),
];
const held = {
  id: 'g1',
  person: { id: 'p1', name: '林晓梅' },
  role: { id: 'specialist', code: 'SPECIALIST', name: '客服专员' },
  valid_from: '2026-01-01T00:00:00Z',
  valid_until: null,
  active: true,
  reason: '入职',
  granted_by: null,
  granted_at: '2026-01-01T00:00:00Z',
  revoked_at: null,
  version: 2,
  allowed_actions: [{ action: 'revoke', enabled: true, reasons: [] }],
};
const inventory = {
  items: [
    { code: 'client.report-inferior', description: '上报劣质客户', module: 'client', privileged: false },
    { code: 'client.confirm-inferior', description: '确认劣质客户', module: 'client', privileged: false },
    {
      code: 'duty-conflict.manage',
      description: '管理不相容职务',
      module: 'duty-conflict',
      privileged: true,
    },
  ],
};
const reading = {
  'GET /roles': () => ({ body: { items: roles } }),
  'GET /permissions': () => ({ body: inventory }),
  'GET /role-grants': () => pageOf([held]),
};
const refusal = problem(409, 'DUTY_CONFLICT', {
  detail: '林晓梅 将同时持有不相容的权限 确认劣质客户 与 上报劣质客户',
  params: {
    person: '林晓梅',
    permission_a: 'client.confirm-inferior',
    permission_b: 'client.report-inferior',
  },
  escalation: 'duty-conflict.manage',
  clauses: [{ id: 'B-CRM-12', title: '劣质客户的举报与确认' }],
});

async function choose(name: string) {
  await userEvent.click(await screen.findByRole('combobox', { name: '角色' }));
  await userEvent.click(await screen.findByTitle(new RegExp(name)));
}
const grantNow = () => userEvent.click(screen.getByRole('button', { name: '授予角色' }));

describe('granting a role', () => {
  it('is refused with the rule, both permissions and the role that brings each', async () => {
    const calls = fakeService({ ...reading, 'POST /role-grants': () => refusal });
    const done = vi.fn();
    await renderPage(() => <GrantForm person={person} done={done} />);
    await choose('客户服务部经理');
    await userEvent.type(screen.getByLabelText('理由'), '晋升');
    await grantNow();

    expect(await screen.findByText('依据 B-CRM-12《劣质客户的举报与确认》')).toBeInTheDocument();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('林晓梅 将同时持有不相容的权限 确认劣质客户 与 上报劣质客户');
    expect(alert).toHaveTextContent('可请持有“管理不相容职务”权限的人员办理');
    const note = screen.getByRole('region', { name: '冲突的两项权限及其来源' });
    const [wanted, other] = within(note).getAllByRole('definition');
    expect(wanted).toHaveTextContent('客户服务部经理拟授予');
    expect(other).toHaveTextContent('客服专员已持有');
    expect(
      within(note)
        .getAllByRole('term')
        .map((one) => one.textContent),
    ).toEqual(['确认劣质客户 client.confirm-inferior', '上报劣质客户 client.report-inferior']);
    expect(done).not.toHaveBeenCalled();
    expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { person_id: 'p1', role_id: 'manager', reason: '晋升' },
    ]);
  });

  it('forgets the refusal as soon as another role is chosen, and ends when it is accepted', async () => {
    let refuse = true;
    const calls = fakeService({
      ...reading,
      'POST /role-grants': () => (refuse ? refusal : { status: 201, body: held }),
    });
    const done = vi.fn();
    await renderPage(() => <GrantForm person={person} done={done} />);
    await choose('客户服务部经理');
    await userEvent.type(screen.getByLabelText('理由'), '晋升');
    await grantNow();
    await screen.findByRole('region', { name: '冲突的两项权限及其来源' });
    refuse = false;
    await choose('客服专员');
    expect(screen.queryByRole('region', { name: '冲突的两项权限及其来源' })).toBeNull();
    await grantNow();
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(calls.filter(({ method }) => method === 'POST').at(-1)?.body).toMatchObject({
      role_id: 'specialist',
    });
  });
});

describe('the roles of a person', () => {
  it('are revoked one at a time, on the version that was seen and with a reason', async () => {
    const over = {
      ...held,
      id: 'g0',
      active: false,
      role: { id: 'manager', code: 'MANAGER', name: '客户服务部经理' },
      revoked_at: '2026-02-01T00:00:00Z',
      revoked_by: { id: 'p9', name: '林志远' },
      revoke_reason: '调岗',
      allowed_actions: [{ action: 'revoke', enabled: false, reasons: [] }],
    };
    const calls = fakeService({
      'GET /role-grants': ({ query }) => pageOf([query.get('active') === 'true' ? held : over]),
      'POST /role-grants/g1/actions/revoke': () => ({ body: { ...held, active: false } }),
    });
    await renderPage(() => <GrantsOfPerson id="p1" />);
    const past = await screen.findByRole('region', { name: /曾经与未来的角色/ });
    expect(await within(past).findByText(/撤销人 林志远/)).toHaveTextContent('调岗');
    expect(within(past).queryByRole('button')).toBeNull();

    await userEvent.click(await screen.findByRole('button', { name: '撤销“客服专员”' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('理由'), '离职');
    await userEvent.click(within(dialog).getByRole('button', { name: '撤销“客服专员”' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    const revoked = calls.find(({ method }) => method === 'POST');
    expect(revoked?.body).toEqual({ reason: '离职' });
    expect(revoked?.headers.get('If-Match')).toBe('"2"');
  });
});
