import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { browserOfFile, button, recordHeader, settle, visit } from './browser';
import { choose, focused, tabTo } from './keyboard';
import { stamp } from './service';

const { openAs } = browserOfFile();

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

async function type(page: Page, name: string, text: string) {
  await tabTo(page, field(page, name));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function press(page: Page, name: string) {
  await tabTo(page, button(page, name));
  await page.keyboard.press('Enter');
}

it('a file is begun, corrected where it is refused, and edited by the keyboard alone', async () => {
  const { context, page, complaints } = await openAs('信息管理员');
  const name = `成都键盘${stamp()}商贸有限公司`;
  await visit(page, '/clients');
  await tabTo(page, page.getByRole('link', { name: '新建客户' }).or(button(page, '新建客户')).first());
  await page.keyboard.press('Enter');
  await page.waitForURL('**/clients/new');
  await settle(page);

  await type(page, '客户名称', name);
  await tabTo(page, field(page, '客户状态'));
  await choose(page, field(page, '客户状态'), '正在成为的客户');
  await type(page, '统一社会信用代码', '12345');
  await press(page, '建立档案');
  // The refusal takes whoever types to the field that it is about.
  await focused(field(page, '统一社会信用代码'));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await press(page, '建立档案');
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await recordHeader(page).getByText('正在成为的客户').waitFor();

  await tabTo(page, page.getByRole('link', { name: '编辑档案' }));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/edit');
  await settle(page);
  await type(page, '所在地区', '四川省成都市');
  await tabTo(page, field(page, '创立时间'));
  await page.keyboard.type('2015-03-01');
  await press(page, '保存');
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  await page.getByText('四川省成都市').waitFor();
  await page.getByText('2015-03-01').waitFor();
  // The browser logs the refusal that was asked for.
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
  await context.close();
});
