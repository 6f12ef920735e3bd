import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile, button, settle, visit } from './browser';
import { focused } from './keyboard';
import { languageFaults } from './language';
import { callAs, service } from './service';
import { accessibilityFaults, sidewaysFaults } from './soundness';

const { openAs } = browserOfFile();

async function sound(page: Page) {
  await settle(page);
  expect([...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))]).toEqual([]);
}

type Settings = {
  digest_at: string;
  quiet_from: string | null;
  kinds: { kind: string; mail: string; always: boolean }[];
};
const kept = async (role: string) => (await callAs(role)).get<Settings>('/me/notification-settings');
const mailOf = ({ kinds }: Settings, kind: string) => kinds.find((one) => one.kind === kind)?.mail;
const saved = (page: Page) => page.getByText('通知设置已保存').first().waitFor();

describe('how one is told', () => {
  it('is chosen for a kind and for a group, by the keyboard, and kept', async () => {
    const { context, page, complaints } = await openAs('会计');
    await visit(page, '/me/profile');
    await page.locator('#main').getByRole('link', { name: '通知设置' }).click();
    await page.getByRole('heading', { level: 1, name: '通知设置' }).waitFor();
    await settle(page);
    await page.getByRole('radio', { name: '有人在评论中提到了您 每日摘要' }).focus();
    await page.keyboard.press('ArrowLeft');
    await button(page, '整组设置：审批').focus();
    await page.keyboard.press('Enter');
    await focused(page.getByRole('menuitem').first());
    await page.keyboard.press('ArrowUp');
    await focused(page.getByRole('menuitem', { name: '不发邮件' }));
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '不发邮件' }).waitFor({ state: 'hidden' });
    await page.getByLabel('每日摘要发送时间').fill('09:15');
    await sound(page);
    await button(page, '保存').focus();
    await page.keyboard.press('Enter');
    await saved(page);
    const settings = await kept('会计');
    expect(settings.digest_at).toBe('09:15');
    expect(mailOf(settings, 'client.mentioned')).toBe('AT_ONCE');
    const approvals = settings.kinds.filter(({ kind }) => kind.startsWith('approval.'));
    // Whatever the group was set to: what escalates stays as it is.
    for (const { kind, mail, always } of approvals) expect(mail, kind).toBe(always ? 'AT_ONCE' : 'NEVER');
    expect(approvals.some(({ always }) => always)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('has quiet hours of half a day at the most, or none', async () => {
    const { context, page, complaints } = await openAs('出纳');
    await visit(page, '/me/notifications');
    const quiet = page.getByRole('switch', { name: '启用' });
    if (!(await quiet.isChecked())) await quiet.click();
    await page.getByLabel('结束', { exact: true }).fill('11:00');
    await button(page, '保存').click();
    await page.getByRole('alert').getByText('不超过 12 小时').waitFor();
    await sound(page);
    await quiet.click();
    await button(page, '保存').click();
    await saved(page);
    expect((await kept('出纳')).quiet_from).toBeNull();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is chosen on a phone as well, and in other languages', async () => {
    const { context, page, complaints } = await openAs('采购员', { viewport: { width: 360, height: 740 } });
    await visit(page, '/me/notifications');
    await page
      .getByRole('radiogroup', { name: '有客户移交给您' })
      .getByText('不发邮件', { exact: true })
      .click();
    await sound(page);
    await button(page, '保存').click();
    await saved(page);
    expect(mailOf(await kept('采购员'), 'client.handed-over')).toBe('NEVER');
    await button(page, '语言').click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Notification settings' }).waitFor();
    expect(await languageFaults(page, 'en')).toEqual([]);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitem', { name: '简体中文' }).click();
    await page.getByRole('heading', { level: 1, name: '通知设置' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is not lost without a question', async () => {
    const { context, page } = await openAs('会计');
    await visit(page, '/me/notifications');
    await page.getByRole('radio', { name: '有客户移交给您 不发邮件' }).check();
    await page.getByRole('link', { name: '查看通知' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('有尚未保存的修改').waitFor();
    await button(dialog, '离开').click();
    await page.getByRole('heading', { level: 1, name: '通知', exact: true }).waitFor();
    await page.getByRole('link', { name: '通知设置' }).waitFor();
    await context.close();
  });
});

describe('the calendar link', () => {
  it('is made where one looks at the calendar, shown once, replaced and ended', async () => {
    const { context, page, complaints } = await openAs('业务员');
    const statusOf = async (url: string) => (await fetch(`${service}${new URL(url).pathname}`)).status;
    await visit(page, '/obligations/calendar');
    await button(page, '订阅到日历').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, '生成订阅链接').click();
    const link = dialog.getByLabel('订阅链接');
    await link.waitFor();
    const first = await link.inputValue();
    expect(await statusOf(first)).toBe(200);
    await sound(page);

    await button(dialog, '更换链接').click();
    await dialog.getByText('原链接立即失效').waitFor();
    await button(dialog, '更换链接').click();
    await expect.poll(() => link.inputValue()).not.toBe(first);
    const second = await link.inputValue();
    expect(await statusOf(first)).toBe(404);
    expect(await statusOf(second)).toBe(200);

    // Once left, it is not shown again.
    await visit(page, '/me/notifications');
    const panel = page.getByRole('region', { name: '日历订阅' });
    await panel.getByText('最近读取').waitFor();
    expect(await panel.getByLabel('订阅链接').count()).toBe(0);
    await button(panel, '停用链接').focus();
    await page.keyboard.press('Enter');
    await panel.getByText('已订阅的日历将不再更新。').waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText('还没有订阅链接。').waitFor();
    expect(await statusOf(second)).toBe(404);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
