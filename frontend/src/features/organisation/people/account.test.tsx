import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { PersonActions } from './person-actions';
import { personValues } from './person-fields';
import type { Person } from './queries';
import { PasswordShown } from './temporary-password';

const allowed = (action: string, detail?: string) => ({
  action,
  enabled: detail === undefined,
  reasons: detail === undefined ? [] : [{ code: 'OWN_FILE', clauses: [], detail }],
});
const person = {
  id: 'p1',
  login: 'lin.xiaomei',
  name: '林晓梅',
  employee_number: 'KF-0012',
  department: { id: 'd1', name: '客户服务部' },
  site: null,
  superior: { id: 'p2', name: '周敏' },
  status: 'ACTIVE',
  locale: 'zh-CN',
  roles: [],
  version: 4,
  allowed_actions: [
    allowed('update'),
    allowed('disable', '这是最后一名管理员'),
    allowed('reset-password'),
    allowed('end-sessions'),
  ],
} as unknown as Person;

describe('the account of a person', () => {
  it('shows a temporary password once, after the reset and never before', async () => {
    const calls = fakeService({
      'POST /people/p1/actions/reset-password': () => ({
        body: {
          temporary_password: 'k7mq-x2rt-9wpd-hc4n',
          valid_until: '2026-11-25T01:00:00Z',
          version: 5,
        },
      }),
    });
    await renderPage(() => <PersonActions person={person} />);
    await userEvent.click(screen.getByRole('button', { name: '重置密码' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText('临时密码')).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: '重置密码' }));
    expect(await within(dialog).findByLabelText('临时密码')).toHaveValue('k7mq-x2rt-9wpd-hc4n');
    const sent = calls.find(({ method }) => method === 'POST');
    expect(sent?.headers.get('If-Match')).toBe('"4"');
    await userEvent.click(within(dialog).getByRole('button', { name: '已记下，关闭' }));
    await waitFor(() => expect(screen.queryByDisplayValue('k7mq-x2rt-9wpd-hc4n')).toBeNull());
  });

  it('says so when the password was shown before and cannot be shown again', async () => {
    const made = { temporary_password: null, valid_until: '2026-11-25T01:00:00Z', version: 5 };
    await renderPage(() => <PasswordShown made={made} name="林晓梅" onClose={() => undefined} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('已显示过一次');
    expect(screen.queryByRole('button', { name: /复制/ })).toBeNull();
  });

  it('selects the password where the browser gives no clipboard', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    const made = { temporary_password: 'k7mq', valid_until: '2026-11-25T01:00:00Z', version: 5 };
    await renderPage(() => <PasswordShown made={made} name="林晓梅" onClose={() => undefined} />);
    const field = (await screen.findByLabelText('临时密码')) as HTMLInputElement;
    field.setSelectionRange(0, 0);
    await user.click(screen.getByRole('button', { name: /复制/ }));
    expect(await screen.findByText(/请按 Ctrl\+C/)).toBeInTheDocument();
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4]);
  });

  it('keeps what is forbidden in view with its reason, and shows why the service refuses the rest', async () => {
    fakeService({ 'POST /people/p1/actions/end-sessions': () => problem(412, 'VERSION_STALE') });
    await renderPage(() => <PersonActions person={person} />);
    await userEvent.click(screen.getByRole('button', { name: /停用/ }));
    expect(await screen.findByText('这是最后一名管理员')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('button', { name: '启用' })).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: '强制退出登录' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('理由'), '设备遗失');
    await userEvent.click(within(dialog).getByRole('button', { name: '强制退出登录' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('req-7');
    expect(within(dialog).getByLabelText('理由')).toHaveValue('设备遗失');
  });

  it('is held by the form with the ids of department, site and superior', () => {
    expect(personValues(person)).toMatchObject({
      department_id: 'd1',
      site_id: null,
      superior_id: 'p2',
      employee_number: 'KF-0012',
    });
  });
});

describe('disabling somebody', () => {
  const leaving = { ...person, allowed_actions: [allowed('disable')] };
  const ask = async () => {
    await renderPage(() => <PersonActions person={leaving} />);
    await userEvent.click(screen.getByRole('button', { name: '停用' }));
    return screen.findByRole('dialog');
  };

  it('says how many client files are to be handed over, and leads to them', async () => {
    const calls = fakeService({
      ...rights('client.read'),
      'GET /clients': () => pageOf([], { limit: 1, total: 17 }),
    });
    const dialog = await ask();
    expect(await within(dialog).findByText(/17 份客户档案的负责人，须移交他人/)).toBeInTheDocument();
    expect(within(dialog).getByRole('link', { name: '查看这些档案' })).toHaveAttribute(
      'href',
      '/clients?owner_id=p1',
    );
    const asked = calls.find(({ path }) => path === '/clients')?.query;
    expect([asked?.get('owner_id'), asked?.get('include_total')]).toEqual(['p1', 'true']);
  });

  it('says that there may be files to those who read none', async () => {
    const calls = fakeService(rights());
    const dialog = await ask();
    expect(await within(dialog).findByText(/须由档案管理人员移交他人/)).toBeInTheDocument();
    expect(calls.some(({ path }) => path === '/clients')).toBe(false);
  });
});
