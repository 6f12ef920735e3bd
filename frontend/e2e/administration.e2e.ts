import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile, settle } from './browser';
import { inDays, service, stamp } from './service';
import { accessibilityFaults, sidewaysFaults } from './soundness';

const { openAs } = browserOfFile();

async function sound(page: Page) {
  await settle(page);
  expect([...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))]).toEqual([]);
}

/** Fills in the reason of the act that is open, and carries it out. */
async function giveReason(page: Page, label: string, act: string, reason: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label).fill(reason);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('a delegation', () => {
  it('is lent by the mouse, seen on the workbench of the colleague, and taken back', async () => {
    const lender = await openAs('客户服务部经理');
    const reason = `年假期间代为办理${stamp()}`;
    const { page } = lender;
    await page.goto(`${service}/delegations/new`);
    await page.getByRole('combobox', { name: '受托人' }).fill('姜思涵');
    await page.getByTitle(/^姜思涵/).click();
    await page.getByLabel('结束时间').fill(`${inDays(14)}T18:00`);
    await page.getByLabel('理由').fill(reason);
    await page.getByRole('checkbox', { name: /移交客户/ }).check();
    await page.getByRole('button', { name: '确认委托' }).click();
    await page.waitForURL(/\/delegations\/[0-9a-f-]{36}$/);
    await page.getByText('生效中', { exact: true }).waitFor();
    await sound(page);

    const colleague = await openAs('信息管理员');
    await colleague.page.goto(service);
    const lent = colleague.page.getByRole('region', { name: '他人委托给我的权限' });
    await lent.getByText('移交客户').first().waitFor();

    await page.getByRole('button', { name: '撤回委托' }).click();
    await giveReason(page, '理由', '撤回委托', '提前返岗');
    await page.getByText('已撤回', { exact: true }).waitFor();
    await page.getByText('提前返岗').waitFor();
    // Closed now, and found by the keyboard all the same, with the reason.
    await page.getByRole('button', { name: '撤回委托' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('目前不能执行').waitFor();
    await colleague.context.close();
    await lender.context.close();
  });
});

describe('an API key', () => {
  it('is made by the keyboard alone, shown once, works until it is revoked', async () => {
    const { context, page } = await openAs('系统管理员');
    const name = `ERP 接口 ${stamp()}`;
    await page.goto(`${service}/api-keys/new`);
    await page.getByLabel('名称').focus();
    await page.keyboard.type(name);
    await page.getByRole('checkbox', { name: /查看人员/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '生成密钥' }).focus();
    await page.keyboard.press('Enter');
    const secret = page.getByLabel('密钥', { exact: true });
    await secret.waitFor();
    const key = await secret.inputValue();
    await sound(page);
    const ask = () =>
      fetch(`${service}/api/v1/people?limit=1`, { headers: { Authorization: `Bearer ${key}` } });
    expect((await ask()).status).toBe(200);

    await page.getByRole('button', { name: '已妥善保存' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/api-keys\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name }).waitFor();
    await secret.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(key);
    await sound(page);
    await page.getByRole('button', { name: '撤销密钥' }).focus();
    await page.keyboard.press('Enter');
    await giveReason(page, '理由', '撤销密钥', '接口停用');
    await page.getByText('已撤销', { exact: true }).waitFor();
    expect((await ask()).status).toBe(401);
    await context.close();
  });

  it('is not lost by a stray click before it was copied', async () => {
    const { context, page } = await openAs('系统管理员');
    await page.goto(`${service}/api-keys/new`);
    await page.getByLabel('名称').fill(`临时 ${stamp()}`);
    await page.getByRole('checkbox', { name: /查看人员/ }).check();
    await page.getByRole('button', { name: '生成密钥' }).click();
    await page.getByLabel('密钥', { exact: true }).waitFor();
    await page.getByRole('link', { name: '工作台' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('密钥尚未复制').waitFor();
    await dialog.getByRole('button', { name: '继续编辑' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('密钥', { exact: true }).inputValue()).toMatch(/^zk_/);
    await context.close();
  });
});

describe('a job', () => {
  it('is found in the list, shows its rows, and is undone from its own page', async () => {
    const { context, page } = await openAs('信息管理员');
    const mark = stamp();
    const rows = ['客户名称,客户类型', `成都任务${mark}有限公司,机构`, `坏行${mark},飞船`];
    await page.goto(`${service}/clients/import`);
    await page.locator('input[type="file"]').setInputFiles({
      name: 'clients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\r\n')),
    });
    await page.getByText('只导入正确的行').click();
    await page.getByRole('button', { name: '检查，不导入' }).click();
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await page.getByRole('link', { name: `成都任务${mark}有限公司` }).waitFor();

    await page.goto(`${service}/jobs`);
    await page.locator('.zd-list a[href^="/jobs/"]').first().click();
    await page.getByRole('heading', { name: '导入客户' }).waitFor();
    await page.getByRole('row', { name: new RegExp(`坏行${mark}`) }).waitFor();
    await sound(page);
    await page.getByRole('button', { name: '下载结果' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('job-rows.csv');
    await page.getByRole('button', { name: '撤销任务' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销任务' }).click();
    await page.getByRole('link', { name: '查看撤销任务' }).click();
    await page.getByRole('heading', { name: '撤销操作' }).waitFor();
    await page.locator('dt', { hasText: '已撤回' }).waitFor();
    await context.close();
  });
});

describe('the working calendar', () => {
  it('takes a decision about a date with its reason, and its withdrawal', async () => {
    const { context, page } = await openAs('系统管理员');
    const date = inDays(40);
    const name = `年终盘点${stamp()}`;
    await page.goto(`${service}/calendar/${date}`);
    await page.getByRole('button', { name: '安排此日' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill(name);
    await giveReason(page, '理由', '安排此日', '经总经理办公会决定');
    await page.getByText('公司决定', { exact: true }).waitFor();
    await page.getByRole('button', { name: '撤销安排' }).click();
    await giveReason(page, '理由', '撤销安排', '盘点改期');
    await page.getByText('盘点改期').waitFor();
    await page.getByText('经总经理办公会决定').waitFor();
    await sound(page);
    await context.close();
  });

  it('says that a year has no data, and takes it in after a check', async () => {
    const { context, page } = await openAs('系统管理员');
    await page.goto(`${service}/calendar?year=2031`);
    await page.getByText('2031 年的节假日尚未录入').waitFor();
    await page.getByRole('link', { name: '录入年度安排' }).click();
    const days = [{ date: '2031-01-01', kind: 'HOLIDAY', name: '元旦' }];
    await page.getByLabel('或在此粘贴内容').fill(JSON.stringify({ year: 2031, days }));
    await page.getByLabel('文件依据').fill('国务院办公厅通知');
    await page.getByRole('button', { name: '检查，不录入' }).click();
    await page
      .getByRole('row', { name: /2031-01-01/ })
      .getByText('新增')
      .waitFor();
    await sound(page);
    await page.getByRole('button', { name: '确认录入' }).click();
    await page.getByRole('link', { name: '查看 2031 年日历' }).click();
    await page.getByLabel('2031-01-01 节假日 元旦 休息').waitFor();
    expect(await page.getByText('尚未录入').count()).toBe(0);
    await context.close();
  });

  it('computes a deadline by the keyboard alone, and accounts for every day', async () => {
    const { context, page } = await openAs('业务员');
    await page.goto(`${service}/calendar/deadline`);
    await page.getByLabel('起算时间').fill('2026-09-30T10:00');
    await page.getByRole('spinbutton', { name: '时限' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.getByText('2026-10-13 17:00').waitFor();
    await page.getByRole('row', { name: /2026-10-10.*1 个工作日/ }).waitFor();
    await sound(page);
    await context.close();
  });
});
