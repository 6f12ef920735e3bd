import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem } from '@/shared/testing/service';
import { DelegationCreatePage } from './delegation-create-page';
import { DelegationListPage } from './delegation-list-page';
import { LentPanel } from './lent-panel';
import { delegationSearch, sideOf } from './search';
import { standingOf } from './standing';

const me = {
  id: 'p1',
  name: '周敏',
  login: 'zhoumin',
  roles: [{ id: 'r1', code: 'M', name: '客户服务部经理' }],
};
const everywhere = { all: true, own: false, department_ids: [], site_ids: [] };
const inventory = {
  items: [
    {
      code: 'client.read',
      module: 'client',
      description: '查看客户档案',
      privileged: false,
      lendable: true,
    },
    {
      code: 'client.verify',
      module: 'client',
      description: '核定客户档案',
      privileged: false,
      lendable: true,
    },
    { code: 'role.grant', module: 'role', description: '授予和撤销角色', privileged: true, lendable: false },
  ],
};
const mine = {
  permissions: ['client.read', 'client.verify', 'role.grant', 'delegation.manage'].map((permission) => ({
    permission,
    scope: everywhere,
  })),
  clearance: 3,
};
const delegation = {
  id: 'd1',
  from: { id: 'p1', name: '周敏' },
  to: { id: 'p2', name: '吕文静' },
  permissions: ['client.read', 'client.verify'],
  valid_from: '2026-11-20T01:00:00Z',
  valid_until: '2026-12-20T01:00:00Z',
  active: true,
  reason: '年假',
  created_at: '2026-11-20T01:00:00Z',
  version: 1,
  allowed_actions: [],
};
const signedIn = {
  'GET /me': () => ({ body: me }),
  'GET /me/permissions': () => ({ body: mine }),
  'GET /permissions': () => ({ body: inventory }),
};

describe('the state of a delegation', () => {
  const dated = { active: false, revoked_at: null, valid_from: '2026-12-01T00:00:00Z' };

  it.each([
    [{ ...dated, active: true }, 'ACTIVE'],
    [{ ...dated, active: true, revoked_at: '2026-11-30T00:00:00Z' }, 'REVOKED'],
    [dated, 'AHEAD'],
    [{ ...dated, valid_from: '2026-10-01T00:00:00Z' }, 'OVER'],
  ] as const)('%j is %s', (row, standing) => {
    expect(standingOf(row, new Date('2026-11-24T00:00:00Z'))).toBe(standing);
  });
});

describe('the list of delegations', () => {
  it.each([
    [{ from_person_id: 'p1' }, 'GIVEN'],
    [{ to_person_id: 'p1' }, 'RECEIVED'],
    [{ to_person_id: 'p9' }, 'ALL'],
    [{ from_person_id: 'p1', to_person_id: 'p1' }, 'ALL'],
    [{}, 'ALL'],
  ] as const)('%j shows the side %s', (search, side) => {
    expect(sideOf(search, 'p1')).toBe(side);
  });

  it('asks the service for what was given to me, and says what it is', async () => {
    const calls = fakeService({ ...signedIn, 'GET /delegations': () => pageOf([delegation]) });
    const { router } = await renderPage(DelegationListPage, { validateSearch: delegationSearch });
    expect(await screen.findByRole('link', { name: '周敏 → 吕文静' })).toHaveAttribute(
      'href',
      '/delegations/d1',
    );
    expect(await screen.findByText('查看客户档案，共 2 项')).toBeInTheDocument();
    expect(screen.getByText('生效中')).toBeInTheDocument();
    await userEvent.click(screen.getByText('他人委托我'));
    await waitFor(() => expect(router.state.location.search).toEqual({ to_person_id: 'p1' }));
    await waitFor(() =>
      expect(
        calls.some(({ path, query }) => path === '/delegations' && query.get('to_person_id') === 'p1'),
      ).toBe(true),
    );
  });
});

describe('a new delegation', () => {
  const handlers = {
    ...signedIn,
    'GET /people': () => pageOf([{ id: 'p2', name: '吕文静', department: null }]),
    'GET /roles': () => ({
      body: {
        items: [
          {
            id: 'r1',
            name: '客户服务部经理',
            permissions: [
              { permission: 'client.verify', scope: 'ALL' },
              { permission: 'role.grant', scope: 'ALL' },
            ],
          },
          { id: 'r2', name: '会计', permissions: [] },
        ],
      },
    }),
  };

  async function fillIn() {
    await userEvent.click(await screen.findByRole('combobox', { name: '受托人' }));
    await userEvent.click(await screen.findByTitle('吕文静'));
    fireEvent.change(screen.getByLabelText('结束时间'), { target: { value: '2026-12-20T18:00' } });
    await userEvent.type(screen.getByRole('textbox', { name: '理由' }), '年假');
  }

  it('takes what can be lent of a role, and not what stays with the person', async () => {
    const calls = fakeService({
      ...handlers,
      'POST /delegations': () => ({ status: 201, body: delegation }),
    });
    await renderPage(DelegationCreatePage);
    await fillIn();
    expect(await screen.findByRole('checkbox', { name: /授予和撤销角色/ })).toBeDisabled();
    expect(screen.getByText('涉及人员与权限的管理，只能由本人行使')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '会计' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '客户服务部经理' }));
    await userEvent.click(screen.getByRole('button', { name: '确认委托' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      to_person_id: 'p2',
      valid_until: new Date('2026-12-20T18:00').toISOString(),
      reason: '年假',
      permissions: ['client.verify'],
    });
  });

  it('shows why the service refuses it, and keeps what was filled in', async () => {
    fakeService({
      ...handlers,
      'POST /delegations': () => problem(409, 'DUTY_CONFLICT', { detail: '受托人将同时具有申请与审批权限' }),
    });
    await renderPage(DelegationCreatePage);
    await fillIn();
    await userEvent.click(await screen.findByText('只读'));
    await userEvent.click(screen.getByRole('button', { name: '确认委托' }));
    expect(await screen.findByText('受托人将同时具有申请与审批权限')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: '理由' })).toHaveValue('年假');
  });
});

describe('the workbench', () => {
  it('shows what is lent to me, by whom and until when', async () => {
    const lent = { ...delegation, from: { id: 'p3', name: '何建国' }, to: { id: 'p1', name: '周敏' } };
    const calls = fakeService({ ...signedIn, 'GET /delegations': () => pageOf([lent]) });
    await renderPage(LentPanel);
    expect(await screen.findByRole('link', { name: '何建国 的委托' })).toHaveAttribute(
      'href',
      '/delegations/d1',
    );
    expect(await screen.findByText('核定客户档案')).toBeInTheDocument();
    const asked = calls.find(({ path }) => path === '/delegations')?.query;
    expect([asked?.get('to_person_id'), asked?.get('active')]).toEqual(['p1', 'true']);
  });
});
