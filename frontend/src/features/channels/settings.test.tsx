import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, problem, rights } from '@/shared/testing/service';
import { NotificationSettingsPage } from './settings-page';

const channel = (kind: string, name: string, more: object = {}) => ({
  kind,
  name,
  always: false,
  mail: 'DIGEST',
  webhook: false,
  ...more,
});
const base = {
  mail_address: 'zhoumin@jinheyu.example.com',
  mail_works: true,
  mail_failure: null,
  digest_at: '08:30',
  quiet_from: '22:00',
  quiet_to: '07:00',
  version: 1,
  kinds: [
    channel('client.mentioned', '有人在评论中提到了您'),
    channel('client.handed-over', '有客户移交给您'),
    channel('approval.overdue', '审批已逾期', { always: true, mail: 'AT_ONCE' }),
  ],
};
type Settings = typeof base;

/** The settings of somebody with these rights, who is answered by `patch` when they save. */
function settings(found: object = base, { held = [] as string[], patch = {} as object } = {}) {
  return fakeService({
    ...rights(...held),
    'GET /system/info': () => ({ body: { time_zone: 'Asia/Shanghai' } }),
    'GET /me/notification-settings': () => ({ body: found }),
    'PATCH /me/notification-settings': () => ({ body: { ...found, ...patch, version: 2 } }),
    'GET /me/calendar-feed': () => ({ body: { active: false } }),
  });
}
const show = () => renderPage(NotificationSettingsPage);
const radio = (name: string) => screen.findByRole('radio', { name });
const save = () => userEvent.click(screen.getByRole('button', { name: '保存' }));

describe('the kinds', () => {
  it('that are always mailed at once are locked, and said to be', async () => {
    settings();
    await show();
    const row = (await screen.findByText('审批已逾期')).closest('tr');
    expect(within(row as HTMLElement).getByText('始终立即发送')).toBeVisible();
    expect(within(row as HTMLElement).queryByRole('radio')).toBeNull();
    expect(screen.getByText(/任何人都不能关闭或延后/)).toBeVisible();
    // A group in which nothing can be chosen has no act for all of it.
    expect(screen.queryByRole('button', { name: '整组设置：审批' })).toBeNull();
  });

  it('go as a whole on the version that was read, also those that a group sets', async () => {
    const calls = settings();
    await show();
    await userEvent.click(await screen.findByRole('button', { name: '整组设置：客户档案' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: '不发邮件' }));
    await userEvent.click(await radio('有客户移交给您 立即发送'));
    await save();
    expect(await screen.findByText('通知设置已保存')).toBeVisible();
    const patch = calls.find(({ method }) => method === 'PATCH');
    expect(patch?.headers.get('If-Match')).toBe('"1"');
    expect(patch?.body).toEqual({
      kinds: [
        { kind: 'client.mentioned', mail: 'NEVER', webhook: false },
        { kind: 'client.handed-over', mail: 'AT_ONCE', webhook: false },
      ],
    });
    await waitFor(() => expect(screen.getByRole('button', { name: '保存' })).toHaveFocus());
  });

  it('have webhooks only for those who manage some', async () => {
    settings();
    await show();
    await radio('有客户移交给您 立即发送');
    expect(screen.queryByRole('switch', { name: /：事件推送$/ })).toBeNull();
  });

  it('are sent to webhooks, what is locked as well', async () => {
    const calls = settings(base, { held: ['webhook.manage'] });
    await show();
    await userEvent.click(await screen.findByRole('switch', { name: '审批已逾期：事件推送' }));
    await save();
    await screen.findByText('通知设置已保存');
    expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({
      kinds: [{ kind: 'approval.overdue', mail: 'AT_ONCE', webhook: true }],
    });
  });
});

describe('the hours', () => {
  it('are not sent while they are too long, and the field says so', async () => {
    const calls = settings();
    await show();
    const to = await screen.findByLabelText('结束');
    await userEvent.clear(to);
    await userEvent.type(to, '11:00');
    await save();
    expect(await screen.findByRole('alert')).toHaveTextContent('不超过 12 小时');
    expect(screen.getByLabelText('开始')).toHaveFocus();
    expect(calls.some(({ method }) => method === 'PATCH')).toBe(false);
  });

  it('are switched off as both ends', async () => {
    const calls = settings();
    await show();
    await userEvent.click(await screen.findByRole('switch', { name: '启用' }));
    expect(screen.queryByLabelText('结束')).toBeNull();
    await save();
    await screen.findByText('通知设置已保存');
    expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({
      quiet_from: null,
      quiet_to: null,
    });
  });
});

describe('a save that comes second', () => {
  /** Somebody (oneself, elsewhere) saved `theirs` in between. */
  function beaten(theirs: Partial<Settings>) {
    const latest = { ...base, ...theirs, version: 5 };
    let isBeaten = false;
    return fakeService({
      ...rights(),
      'GET /system/info': () => ({ body: { time_zone: 'Asia/Shanghai' } }),
      'GET /me/notification-settings': () => ({ body: isBeaten ? latest : base }),
      'PATCH /me/notification-settings': ({ headers }) => {
        isBeaten = true;
        return headers.get('If-Match') === '"5"'
          ? { body: { ...latest, version: 6 } }
          : problem(412, 'STALE_VERSION');
      },
    });
  }
  const lastPatch = (calls: ReturnType<typeof beaten>) =>
    calls.filter(({ method }) => method === 'PATCH').at(-1)?.body;

  it('keeps what was chosen elsewhere for another kind', async () => {
    const [mentioned, handed, overdue] = base.kinds;
    const calls = beaten({ kinds: [mentioned, { ...handed, mail: 'NEVER' }, overdue] as Settings['kinds'] });
    await show();
    await userEvent.click(await radio('有人在评论中提到了您 立即发送'));
    await save();
    await screen.findByText('通知设置已保存');
    expect(lastPatch(calls)).toEqual({
      kinds: [
        { kind: 'client.mentioned', mail: 'AT_ONCE', webhook: false },
        { kind: 'client.handed-over', mail: 'NEVER', webhook: false },
      ],
    });
  });

  it('asks where both chose otherwise for the same kind', async () => {
    const [mentioned, ...others] = base.kinds;
    beaten({ kinds: [{ ...mentioned, mail: 'NEVER' }, ...others] as Settings['kinds'] });
    await show();
    await userEvent.click(await radio('有人在评论中提到了您 立即发送'));
    await save();
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('rowheader', { name: '有人在评论中提到了您' })).toBeInTheDocument();
    expect(within(dialog).getByText('不发邮件')).toBeInTheDocument();
    expect(within(dialog).getByText('立即发送')).toBeInTheDocument();
  });
});

describe('where mail goes', () => {
  it('is said, and that none goes at all', async () => {
    settings({ ...base, mail_works: false });
    await show();
    expect(await screen.findByText('zhoumin@jinheyu.example.com')).toBeVisible();
    expect(screen.getByText(/尚未配置邮件服务/)).toBeVisible();
  });

  it('is nowhere without an address, and the last failure is told in words', async () => {
    settings({
      ...base,
      mail_address: '',
      mail_failure: { failed_at: '2026-11-24T01:00:00Z', error: '550' },
    });
    await show();
    expect(await screen.findByText(/邮件无处可送/)).toBeVisible();
    expect(screen.getByText('邮件服务器答复 550')).toBeVisible();
    expect(screen.getByRole('link', { name: /修改/ })).toHaveAttribute('href', '/me/profile');
  });
});

describe('the calendar link', () => {
  it('is shown once, and replacing it says what becomes of the old one', async () => {
    const url = 'https://zhidu.example.com/api/v1/calendar-feeds/NtY6';
    const calls = fakeService({
      ...rights('obligation.read'),
      'GET /system/info': () => ({ body: { time_zone: 'Asia/Shanghai' } }),
      'GET /me/notification-settings': () => ({ body: base }),
      'GET /me/calendar-feed': () => ({ body: { active: false } }),
      'POST /me/calendar-feed': () => ({
        status: 201,
        body: { active: true, created_at: '2026-11-24T01:00:00Z', last_read_at: null, url },
      }),
    });
    await show();
    await userEvent.click(await screen.findByRole('button', { name: '生成订阅链接' }));
    expect(await screen.findByLabelText('订阅链接')).toHaveValue(url);
    expect(screen.getByText('尚未被读取')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '更换链接' }));
    expect(await screen.findByText(/原链接立即失效/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '更换链接' })).toHaveFocus();
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('is nothing for who sees no obligations', async () => {
    const calls = settings();
    await show();
    await screen.findByText('各类通知');
    expect(screen.queryByText('日历订阅')).toBeNull();
    expect(calls.some(({ path }) => path === '/me/calendar-feed')).toBe(false);
  });
});
