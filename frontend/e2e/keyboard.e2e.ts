import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile, button, settle, visit } from './browser';
import { choose, focused, tabStops, tabTo } from './keyboard';
import { demoAccount, service, stamp } from './service';

const { openAs, openPage } = browserOfFile();

const rows = (page: Page) => page.locator('.zd-table tbody tr');

describe('without a mouse', () => {
  it('a person signs in, finds a page by the palette and signs out', async () => {
    const { login, password } = await demoAccount('信息管理员');
    const { context, page } = await openPage();
    await page.goto(service);
    await page.waitForSelector('input[autocomplete="username"]:focus');
    await page.keyboard.type(login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#main h1');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[cmdk-input]:focus');
    await page.keyboard.type('/me/sessions');
    await page.locator('[cmdk-item][data-selected="true"]', { hasText: '我的会话' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me/sessions');
    await settle(page);
    await tabTo(page, page.getByRole('button', { name: /^用户菜单/ }));
    await page.keyboard.press('Enter');
    const leave = page.getByRole('menuitem', { name: '退出登录' });
    await leave.waitFor();
    await focused(page.getByRole('menuitem').first());
    await page.keyboard.press('ArrowUp');
    await focused(leave);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in');
    await context.close();
  });

  it('a file is found in the list and verified', async () => {
    const { context, page } = await openAs('信息管理员');
    const note = `已电话核实${stamp()}`;
    // Only a file whose basic archive is complete can be found in order.
    await visit(page, '/clients?completeness_min=100');
    await tabTo(page, rows(page).first());
    await page.keyboard.press('Enter');
    await tabTo(page, button(page, '核定'));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await choose(page, dialog.getByLabel('核定结果'), '核定无误');
    await tabTo(page, dialog.getByLabel('说明'));
    await page.keyboard.type(note);
    await tabTo(page, dialog.getByRole('button', { name: '核定', exact: true }));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await tabTo(page, page.getByRole('link', { name: '核定与移交' }));
    await page.keyboard.press('Enter');
    await page.getByText(note).waitFor();
    await context.close();
  });

  it('the rows of a list are walked, ticked and opened by j, k, x and Enter', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/clients');
    await tabTo(page, rows(page).nth(0));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.waitForFunction(() => document.activeElement?.matches('.zd-table tbody tr:nth-child(2)'));
    await page.keyboard.press('x');
    await page.getByText('已选 1 条').waitFor();
    const name = await rows(page).nth(1).getByRole('link').first().textContent();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
    await context.close();
  });
});

describe('the focus', () => {
  it.each(['/', '/clients', '/clients/new', '/handbook/rules'])(
    'goes through %s in the order it is read, and is always to be seen',
    async (path) => {
      const { context, page } = await openAs('信息管理员');
      await visit(page, path);
      const { stops, faults } = await tabStops(page);
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThan(10);
      await context.close();
    },
  );

  it('enters a dialog at its first field, stays in it, and returns to what opened it', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/clients?completeness_min=100');
    await rows(page).first().getByRole('link').first().click();
    await button(page, '核定').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await focused(dialog.getByLabel('核定结果'));
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      // Past the last one the focus is for a moment with the browser itself.
      expect(await page.evaluate(() => document.activeElement?.matches('body, [role="dialog"] *'))).toBe(
        true,
      );
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await focused(button(page, '核定'));
    await context.close();
  });

  it('returns from the palette and from a menu to where it was', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/clients');
    await tabTo(page, rows(page).first());
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[cmdk-input]:focus');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.matches('.zd-table tbody tr'));
    const language = button(page, '语言');
    await language.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'English' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'English' }).waitFor({ state: 'hidden' });
    await focused(language);
    await context.close();
  });

  it('moves to the new page, past the navigation', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/');
    await tabTo(page, page.getByRole('link', { name: '制度条款' }));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/handbook/rules');
    await page.waitForFunction(() => document.activeElement?.id === 'main');
    await page.waitForFunction(() => document.title === '制度条款 · 制度');
    await context.close();
  });
});

describe('a list', () => {
  it('is a table to a screen reader: named, with headed columns that say how they are sorted', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/clients');
    const table = page.getByRole('table', { name: '客户档案' });
    const shown = await page.locator('.zd-list-footer').getByText(/^共/).textContent();
    expect(shown).toMatch(/共 [\d,]+ 条/);
    expect(await table.getByRole('row').count()).toBe(51);
    const completeness = table.getByRole('columnheader', { name: '完整度' });
    expect(await completeness.getAttribute('aria-sort')).toBe('none');
    await completeness.getByRole('button').click();
    await page.waitForURL(/sort=completeness/);
    await table.locator('th[aria-sort="ascending"]', { hasText: '完整度' }).waitFor();
    await context.close();
  });
});
