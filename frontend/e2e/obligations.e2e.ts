import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile, button, settle, visit } from './browser';
import { openObligation } from './obligations';
import { inDays } from './service';
import { accessibilityFaults } from './soundness';

const { openAs } = browserOfFile();

const rows = (page: Page) => page.locator('.zd-table tbody tr');
const total = async (page: Page) => {
  await settle(page);
  const said = await page.getByText(/^共 [\d,]+ 条$/).textContent();
  return Number(said?.replace(/\D/g, ''));
};

describe('what the rules make due', () => {
  it('each figure of the workbench opens the list that it counts', async () => {
    const { context, page, complaints } = await openAs('销售经理');
    for (const name of [/^我的待办事项/, /^本周到期/, /^我的逾期事项/, /^团队待办事项/, /^团队逾期事项/]) {
      await visit(page, '/');
      const tile = page.getByRole('link', { name });
      await tile.locator('.zd-tile-figure').getByText(/\d/).waitFor();
      const figure = Number((await tile.locator('.zd-tile-figure').textContent())?.replace(/\D/g, ''));
      await tile.click();
      await page.waitForURL(/\/obligations\?/);
      expect(await total(page), String(name)).toBe(figure);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is listed by whose it is and by its kind, and a day of the calendar opens what is due on it', async () => {
    const { context, page, complaints } = await openAs('业务员');
    await visit(page, '/obligations');
    await rows(page).first().waitFor();
    const all = await total(page);
    await button(page, '筛选').click();
    await page.getByRole('menuitem', { name: '事项类别' }).click();
    await page.getByRole('checkbox', { name: '客户定期联系' }).check();
    await button(page, '应用').click();
    await page.waitForURL(/kind=/);
    expect(await total(page)).toBeLessThanOrEqual(all);
    expect(await rows(page).count()).toBe(await rows(page).filter({ hasText: '客户定期联系' }).count());
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('link', { name: '日历', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '待办事项日历' }).waitFor();
    await page.getByText('全部', { exact: true }).click();
    await page.waitForURL(/whose=ALL/);
    await settle(page);
    const day = page.locator('a.zd-obligation-day').first();
    const counts = (await day.locator('.zd-tag').allTextContents()).map((one) =>
      Number(one.replace(/\D/g, '')),
    );
    await day.click();
    await page.waitForURL(/due_from=/);
    expect(await total(page)).toBe(counts.reduce((sum, one) => sum + one, 0));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('somebody asks to be let off until a day, and the page says so at once', async () => {
    const obligation = await openObligation('业务员');
    const { context, page, complaints } = await openAs('业务员');
    await visit(page, `/obligations/${obligation.id}`);
    await page.getByRole('heading', { level: 1, name: obligation.name }).waitFor();
    await page.getByText('由办理该事项的操作自动关闭，不能手工关闭。').waitFor();
    await button(page, '申请豁免').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, '申请豁免').click();
    await dialog.getByText('请输入豁免理由').waitFor();
    await dialog.getByLabel('豁免理由').fill('客户停产检修至下月中旬');
    await dialog.getByLabel('豁免至').fill(inDays(20));
    await dialog.getByLabel('豁免至').press('Tab');
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(dialog, '申请豁免').click();
    await dialog.waitFor({ state: 'hidden' });
    const asked = page.getByRole('region', { name: '豁免记录' });
    await asked.getByRole('link', { name: '客户停产检修至下月中旬' }).waitFor();
    await asked.getByText('待批准').waitFor();
    // Nobody asks twice while the first waits: the button says why.
    await button(page, '申请豁免').hover();
    await page.getByText('目前不能执行').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
