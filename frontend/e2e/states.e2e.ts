import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile, visit } from './browser';
import { addressOf } from './inventory';
import { languageFaults } from './language';
import { callAs, stamp } from './service';
import { accessibilityFaults, sidewaysFaults } from './soundness';

const { openAs, openPage } = browserOfFile();

const rows = (page: Page) => page.locator('.zd-table tbody tr');

describe('a list', () => {
  it('that is filtered to nothing says so, and shows everything again at one click', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/clients?q=查无此客户&state=EXISTING');
    await page.getByText('没有符合条件的记录').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('.zd-empty').getByRole('button', { name: '清除筛选' }).click();
    await rows(page).first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });

  it('into which nothing was ever put says what will come', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/client-reports/kept');
    await page.getByText('还没有存档的报表').waitFor();
    await context.close();
  });

  it('that somebody may not see says so, names the way to it, and is not in the navigation', async () => {
    const { context, page } = await openAs('出纳');
    await visit(page, '/clients');
    await page.getByText('您没有查看此列表的权限').waitFor();
    await page.getByText('请向部门负责人或系统管理员申请').waitFor();
    // Once, and inside the state itself.
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await page.locator('.zd-empty').getByRole('alert').count()).toBe(1);
    expect(await page.getByRole('navigation', { name: '导航' }).getByText('客户档案').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });

  it('whose address the service refuses is shown again without it, at one click', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/client-materials?created_from=2020-01-01');
    await page.getByRole('alert').getByText('created_from').waitFor();
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });

  it('without the service says so, keeps what it shows, and goes on afterwards', async () => {
    const { context, page } = await openAs('信息管理员');
    await visit(page, '/clients');
    const first = await rows(page).first().textContent();
    await context.setOffline(true);
    await page.getByText('网络已断开').waitFor();
    expect(await rows(page).first().textContent()).toBe(first);
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('当前无法连接服务').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByText('网络已断开').waitFor({ state: 'hidden' });
    // The page before stays on show until the next one is there.
    await expect.poll(() => rows(page).first().textContent(), { timeout: 15_000 }).not.toBe(first);
    await context.close();
  });

  it('that fails names the request, and comes at the second try', async () => {
    const { context, page } = await openAs('信息管理员');
    let isBroken = true;
    await page.route(/\/api\/v1\/clients\?/, (route) =>
      isBroken
        ? route.fulfill({
            status: 500,
            contentType: 'application/problem+json',
            json: { code: 'INTERNAL', status: 500, request_id: '01a20fa4-7a49-7a14-98b1-1c32e406fe5b' },
          })
        : route.continue(),
    );
    await visit(page, '/clients');
    await page.getByRole('alert').getByText('01a20fa4-7a49-7a14-98b1-1c32e406fe5b').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    isBroken = false;
    await page.getByRole('button', { name: '重试' }).click();
    await rows(page).first().waitFor();
    await context.close();
  });

  it('shows by itself what another has changed', async () => {
    const { context, page } = await openAs('信息管理员');
    const keeper = await callAs('信息管理员');
    await visit(page, '/clients?sort=-updated_at');
    // Rows under the pointer are held in their places, and it still is where the sign-in was.
    await page.mouse.move(0, 0);
    const name = `成都实时${stamp()}商贸有限公司`;
    await keeper.post('/clients', { kind: 'INSTITUTION', name });
    await rows(page).first().getByText(name).waitFor();
    await context.close();
  });
});

describe('magnified to 400 %', () => {
  it.each(['/', '/clients', '/clients/$id', '/clients/new', '/handbook/rules', '/approvals/all'])(
    '%s reads in one column, without scrolling sideways',
    async (page) => {
      const { context, page: opened } = await openAs('信息管理员', {
        viewport: { width: 320, height: 256 },
      });
      await visit(opened, await addressOf(page, await callAs('信息管理员')));
      expect(await sidewaysFaults(opened)).toEqual([]);
      await context.close();
    },
  );

  it('the sign-in page lets somebody in', async () => {
    const { context, page } = await openAs('信息管理员', { viewport: { width: 320, height: 256 } });
    expect(await page.locator('#main h1').textContent()).toContain('您好');
    const out = await openPage({ viewport: { width: 320, height: 256 } });
    await visit(out.page, '/sign-in');
    expect(await sidewaysFaults(out.page)).toEqual([]);
    await out.context.close();
    await context.close();
  });
});

const spoken = [
  '/',
  '/clients',
  '/clients/new',
  '/clients/import',
  '/clients/$id',
  '/client-reports',
  '/client-loans',
  '/client-loans/new',
  '/client-loans/$id',
  '/client-incidents',
  '/client-incidents/new',
  '/client-incidents/$id',
  '/handbook/rules',
];

describe.each([
  ['zh-TW', '繁體中文'],
  ['en', 'English'],
] as const)('in %s', (locale, name) => {
  it('the pages have all their words, and none of another language', async () => {
    // The language is kept with the person: who signs in as this one afterwards reads Chinese again.
    const role = '销售经理';
    const { context, page } = await openAs(role);
    await page.getByRole('button', { name: /^(语言|語言|Language)$/ }).click();
    await page.getByRole('menuitem', { name }).click();
    await page.waitForSelector(`html[lang="${locale}"]`);
    const caller = await callAs(role);
    const faults: string[] = [];
    for (const path of spoken) {
      await visit(page, await addressOf(path, caller));
      const found = await languageFaults(page, locale);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    await page.getByRole('button', { name: /^(语言|語言|Language)$/ }).click();
    await page.getByRole('menuitem', { name: '简体中文' }).click();
    await page.waitForSelector('html[lang="zh-CN"]');
    expect(faults).toEqual([]);
    await context.close();
  });
});
