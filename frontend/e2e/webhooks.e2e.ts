import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile, button, recordHeader, settle, visit } from './browser';
import { stamp } from './service';
import { accessibilityFaults, sidewaysFaults } from './soundness';

const { openAs } = browserOfFile();

async function sound(page: Page) {
  await settle(page);
  expect([...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))]).toEqual([]);
}

async function fill(page: Page, name: string, url: string) {
  await visit(page, '/webhooks/new');
  await page.getByRole('textbox', { name: '名称' }).fill(name);
  await page.getByRole('textbox', { name: '接收地址' }).fill(url);
}

/** Carries out an act of the record after its question. */
async function act(page: Page, label: string) {
  await button(page, label).click();
  const dialog = page.getByRole('dialog');
  await button(dialog, label).click();
  return dialog;
}

describe('a webhook', () => {
  it('is made by the keyboard, its secret shown once, tested, paused, rotated and deleted', async () => {
    const { context, page, complaints } = await openAs('系统管理员');
    const name = `ERP 对接 ${stamp()}`;
    await fill(page, name, 'https://erp.zhidu.example/hooks');
    await page.getByRole('combobox', { name: '推送的事件' }).focus();
    await page.keyboard.type('person.created');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await button(page, '建立并生成密钥').focus();
    await page.keyboard.press('Enter');
    const secret = page.getByLabel('签名密钥', { exact: true });
    await secret.waitFor();
    const first = await secret.inputValue();
    expect(first).toMatch(/^whsec_/);
    await sound(page);
    await button(page, '已妥善保存').click();
    await page.waitForURL(/\/webhooks\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('新建人员', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(first);

    await act(page, '发送测试');
    const deliveries = page.getByRole('region', { name: '推送记录' });
    await deliveries.getByRole('row').nth(1).waitFor();
    await sound(page);

    await act(page, '暂停');
    await recordHeader(page).getByText('已暂停', { exact: true }).waitFor();
    const dialog = await act(page, '更换密钥');
    const second = await dialog.getByLabel('签名密钥', { exact: true }).inputValue();
    expect(second).toMatch(/^whsec_/);
    expect(second).not.toBe(first);
    await button(dialog, '已妥善保存').click();
    await page.locator('dt', { hasText: '原密钥签名至' }).waitFor();
    await act(page, '恢复');
    await recordHeader(page).getByText('启用中', { exact: true }).waitFor();

    await act(page, '删除');
    await page.waitForURL(/\/webhooks$/);
    await settle(page);
    expect(await page.getByRole('link', { name }).count()).toBe(0);
    // The live stream may tell of it a moment before its page is left.
    expect(complaints.filter((one) => !/404 .*\/webhooks\//.test(one))).toEqual([]);
    await context.close();
  });

  it('leads to nothing but the public network, and the field says so', async () => {
    const { context, page } = await openAs('系统管理员');
    await fill(page, `内网 ${stamp()}`, 'https://localhost/hooks');
    await button(page, '建立并生成密钥').click();
    await page.getByText('须为公网的 https 地址，且不含用户名').waitFor();
    await sound(page);
    await page.getByRole('textbox', { name: '接收地址' }).fill('https://erp.zhidu.example/hooks');
    await button(page, '建立并生成密钥').click();
    await page.getByLabel('签名密钥', { exact: true }).waitFor();
    // The secret is not lost by a stray click.
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByRole('dialog').getByText('密钥尚未复制').waitFor();
    await context.close();
  });

  it('is changed by its owner', async () => {
    const { context, page, complaints } = await openAs('系统管理员');
    const name = `数据仓库 ${stamp()}`;
    await fill(page, name, 'https://dw.zhidu.example/in');
    await button(page, '建立并生成密钥').click();
    await button(page, '已妥善保存').click();
    await button(page, '修改').click();
    await page.getByRole('heading', { level: 1, name: `修改事件推送：${name}` }).waitFor();
    await page.getByRole('textbox', { name: '名称' }).fill(`${name}（二期）`);
    await button(page, '保存').click();
    await page.getByRole('heading', { level: 1, name: `${name}（二期）` }).waitFor();
    await visit(page, '/webhooks');
    await page.getByRole('link', { name: `${name}（二期）` }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
