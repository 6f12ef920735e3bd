import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newFile, openFile, pick } from './archive';
import { browserOfFile, visit } from './browser';
import { callAs, service, stamp } from './service';

const { openAs } = browserOfFile();

const totalOf = async (page: Page) =>
  ((await page.getByText(/^共 [\d,]+ 条$|^超过 [\d,]+ 条$/).textContent()) ?? '').replace(/[^\d,]/g, '');

describe('the workbench', () => {
  it.each(['信息管理员', '业务员'])(
    'of %s shows figures that are the totals of their lists',
    async (role) => {
      const { context, page, complaints } = await openAs(role);
      const manager = await callAs('客户服务部经理');
      const mine = await callAs(role);
      const { id } = await mine.get<{ id: string }>('/me');
      // One told to do, so that no figure of instructions is right by being nought.
      const body = { given_to: id, filter: 'compliant=false', instruction: `补齐资料${stamp()}` };
      await manager.post('/client-instructions', body);
      await visit(page, '/');
      const tiles = page.locator('.zd-tile');
      await tiles.getByText('待办督导意见').waitFor();
      const count = await tiles.count();
      expect(count).toBeGreaterThanOrEqual(6);
      for (let place = 0; place < count; place += 1) {
        await visit(page, '/');
        const tile = tiles.nth(place);
        const figure = tile.locator('.zd-tile-figure');
        await figure.getByText(/^[\d,]+\+?$/).waitFor();
        const shown = ((await figure.textContent()) ?? '').replace('+', '');
        const name = await tile.locator('.zd-tile-label').textContent();
        await tile.click();
        if (shown === '0') await page.locator('.zd-empty').waitFor();
        else await expect.poll(() => totalOf(page), { message: name ?? '' }).toBe(shown);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

describe('the trail', () => {
  it('is asked for an act by who, what and on which record, and shows it in full', async () => {
    const file = await newFile('审计');
    const { context, page, complaints } = await openAs('审计员');
    await visit(page, '/audit');
    await page.getByRole('searchbox', { name: '对象的编号或名称' }).fill(file.number);
    const row = page.getByRole('row', { name: new RegExp(file.name) });
    await row.first().waitFor();
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await page.getByRole('menuitem', { name: '操作人' }).click();
    await pick(page, '操作人', '姜思涵', /^姜思涵/);
    await page
      .getByRole('dialog')
      .or(page.getByRole('tooltip'))
      .getByRole('button', { name: '应用' })
      .click();
    await page.waitForURL(/actor_id=/);
    await row.first().getByText('姜思涵').waitFor();
    await row.first().getByRole('link', { name: '建档', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '建档' }).waitFor();
    await page.locator('dt', { hasText: '请求编号' }).waitFor();
    await page.locator('.zd-record-body, .zd-page').getByText(file.name).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('one’s sessions', () => {
  it('are listed, and one that is ended is out at its next step', async () => {
    const device = `lost ${stamp()}`;
    const here = await openAs('会计', { userAgent: 'Mozilla/5.0 (Zhidu test) office' });
    const lost = await openAs('会计', { userAgent: `Mozilla/5.0 (Zhidu test) ${device}` });
    await visit(here.page, '/me/sessions');
    const item = here.page.getByRole('listitem').filter({ hasText: device });
    await item.getByRole('button', { name: '结束', exact: true }).click();
    await item.waitFor({ state: 'detached' });
    await here.page.getByText('当前会话').waitFor();
    await lost.page.goto(`${service}/me/profile`);
    await lost.page.waitForURL('**/sign-in**');
    await here.context.close();
    await lost.context.close();
  });
});

describe('a refusal', () => {
  it('says beside the act which rules stand against it, and leads to each', async () => {
    const { context, page, complaints } = await openAs('信息管理员');
    const file = await newFile('缺项');
    await openFile(page, file);
    const held = page.locator('.zd-action-forbidden').first();
    await held.focus();
    await page.keyboard.press('Enter');
    const rule = page.locator('.ant-popover .zd-clauses a').first();
    await rule.waitFor();
    const id = (await rule.textContent())?.match(/[A-Z]-[A-Z]+-\d+/)?.[0] ?? 'none';
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/handbook/rules/${id}`);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
