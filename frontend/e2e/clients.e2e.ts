import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile } from './browser';
import { service, stamp } from './service';

const { openAs } = browserOfFile();

async function create(page: Page, name: string): Promise<string> {
  await page.goto(`${service}/clients/new`);
  await page.getByLabel('客户名称').fill(name);
  await page.getByRole('button', { name: '建立档案' }).click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  return page.url();
}

describe('the client archive', () => {
  it('begins a file, warns of its double, and keeps the reason why it is another', async () => {
    const { context, page } = await openAs('信息管理员');
    const name = `成都验收${stamp()}商贸有限公司`;
    const first = await create(page, name);
    await page.goto(`${service}/clients/new`);
    await page.getByLabel('客户名称').fill(name);
    await page.getByText('疑似重复：已有 1 份相近档案').waitFor();
    await page.getByRole('button', { name: '建立档案' }).click();
    await page.getByRole('alert').getByText('疑似重复').first().waitFor();
    await page.getByLabel('确认不是重复的理由').fill('同名的另一家公司，住所不同');
    await page.getByRole('button', { name: '建立档案' }).click();
    await page.waitForURL((url) => /\/clients\/[0-9a-f-]{36}$/.test(url.pathname) && url.href !== first);
    expect(page.url()).not.toBe(first);
    await context.close();
  });

  it('fills in a missing field from the completeness list, adds a contact and tells the timeline', async () => {
    const { context, page } = await openAs('信息管理员');
    const address = await create(page, `成都补全${stamp()}有限公司`);
    await page.getByRole('link', { name: '企业文化' }).click();
    const culture = page.getByLabel('企业文化');
    await culture.waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'traits_culture');
    await culture.fill('重合同、守信用');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('重合同、守信用').waitFor();
    expect(await page.getByRole('link', { name: '企业文化' }).count()).toBe(0);

    await page.goto(`${address}?tab=contacts`);
    await page.getByRole('button', { name: '添加联系人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('何静怡');
    await dialog.getByRole('button', { name: '添加联系人' }).click();
    await page.getByRole('heading', { name: '何静怡' }).waitFor();

    await page.goto(`${address}?tab=timeline`);
    await page.getByLabel('写给同事的话').fill('请核对对方账期');
    await page.getByRole('button', { name: '发表评论' }).click();
    await page.locator('.zd-timeline').getByText('请核对对方账期').waitFor();
    await page.locator('.zd-timeline').getByText('添加联系人').waitFor();
    await context.close();
  });

  it('merges mine and theirs when two people save the same field', async () => {
    const one = await openAs('信息管理员');
    const two = await openAs('信息管理员');
    const address = await create(one.page, `成都并发${stamp()}有限公司`);
    for (const { page } of [one, two]) {
      await page.goto(`${address}/edit`);
      await page.getByLabel('所在地区').waitFor();
    }
    await two.page.getByLabel('所在地区').fill('四川省绵阳市');
    await two.page.getByRole('button', { name: '保存' }).click();
    await two.page.waitForURL(address);
    await one.page.getByLabel('所在地区').fill('四川省德阳市');
    await one.page.getByRole('button', { name: '保存' }).click();
    const dialog = one.page.getByRole('dialog');
    await dialog.getByText('四川省绵阳市').waitFor();
    await dialog.getByText('四川省德阳市').click();
    await dialog.getByRole('button', { name: '按所选保存' }).click();
    await one.page.waitForURL(address);
    await one.page.getByText('四川省德阳市').waitFor();
    await one.context.close();
    await two.context.close();
  });
});

/** Comes back to the tab: the page asks at once who is there, and not only at its next turn. */
const lookAgain = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

describe('two people with one file open', () => {
  it('see each other, whether they look or write, until they leave', async () => {
    const keeper = await openAs('信息管理员');
    const agent = await openAs('客服专员');
    const address = await create(keeper.page, `成都同看${stamp()}有限公司`);
    const rowOf = (page: Page) => page.getByRole('list', { name: '同时打开此记录的人' });
    await agent.page.goto(address);
    await rowOf(agent.page).getByText('姜思涵 正在查看').waitFor();
    const top = await agent.page.locator('.zd-record-title').boundingBox();

    await keeper.page.getByRole('link', { name: '编辑档案' }).click();
    await rowOf(keeper.page).getByText('吕文静 正在查看').waitFor();
    expect(await keeper.page.getByText('也在编辑此档案').count()).toBe(0);
    await lookAgain(agent.page);
    await rowOf(agent.page).getByText('姜思涵 正在编辑').waitFor();

    // Gone from the browser, not only from the page: the last word is said on the way out.
    await keeper.page.goto('about:blank');
    const isGone = async () => {
      await lookAgain(agent.page);
      return (await rowOf(agent.page).count()) === 0;
    };
    await expect.poll(isGone, { timeout: 30_000, interval: 500 }).toBe(true);
    expect(await agent.page.locator('.zd-record-title').boundingBox()).toEqual(top);
    expect([...keeper.complaints, ...agent.complaints]).toEqual([]);
    await keeper.context.close();
    await agent.context.close();
  });

  it('are told while both write what saving will do', async () => {
    const keeper = await openAs('信息管理员');
    const supervisor = await openAs('客户信息主管');
    const address = await create(keeper.page, `成都同写${stamp()}有限公司`);
    await keeper.page.goto(`${address}/edit`);
    await keeper.page.getByLabel('所在地区').waitFor();
    await supervisor.page.goto(`${address}/edit`);
    await supervisor.page.getByText('姜思涵也在编辑此档案').waitFor();
    await lookAgain(keeper.page);
    await keeper.page.getByText('沈慧敏也在编辑此档案').waitFor();
    await keeper.context.close();
    await supervisor.context.close();
  });
});

describe('what comes in from outside', () => {
  it('is imported row by row after a check, and taken back', async () => {
    const { context, page } = await openAs('信息管理员');
    const mark = stamp();
    const rows = [
      '客户名称,客户类型,创立时间',
      `成都导入${mark}有限公司,机构,2015-03-01`,
      `坏行${mark},机构,明天`,
    ];
    await page.goto(`${service}/clients/import`);
    await page.locator('input[type="file"]').setInputFiles({
      name: 'clients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\r\n')),
    });
    await page.getByText('只导入正确的行').click();
    await page.getByRole('button', { name: '检查，不导入' }).click();
    await page
      .getByRole('row', { name: new RegExp(`坏行${mark}`) })
      .getByText('C 列')
      .waitFor();
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await page.getByRole('link', { name: `成都导入${mark}有限公司` }).waitFor();
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销本次导入' }).click();
    await page.getByText('已撤回 1 份').waitFor();
    await context.close();
  });

  it('is collected by sales and keyed in by the information administrator', async () => {
    const sales = await openAs('业务员');
    const name = `成都提交${stamp()}有限公司`;
    await sales.page.goto(`${service}/client-submissions/new`);
    await sales.page.getByLabel('客户名称').fill(name);
    await sales.page.getByLabel('来源说明').fill('展会上交换名片');
    await sales.page.getByRole('button', { name: '提交', exact: true }).click();
    await sales.page.waitForURL(/\/client-submissions\/[0-9a-f-]{36}$/);
    const address = sales.page.url();
    const keeper = await openAs('信息管理员');
    await keeper.page.goto(address);
    await keeper.page.getByRole('button', { name: '受理并录入' }).click();
    await keeper.page.getByRole('dialog').getByRole('button', { name: '受理并录入' }).click();
    await keeper.page.getByText('已受理', { exact: true }).waitFor();
    await keeper.page.getByRole('link', { name: '查看档案' }).click();
    await keeper.page.getByRole('heading', { name }).waitFor();
    await sales.context.close();
    await keeper.context.close();
  });
});

/** A-CLI-06, A-CLI-17: whom sales meets at a client, sales hands in. */
describe('somebody at a client', () => {
  it('is handed in by sales from the file, and entered by the information administrator', async () => {
    const sales = await openAs('业务员');
    const name = `何静${stamp()}`;
    await sales.page.goto(`${service}/clients`);
    await sales.page.locator('tbody').getByRole('link').first().click();
    await sales.page.getByRole('link', { name: '联系人' }).click();
    await sales.page.getByRole('button', { name: '提交新联系人' }).click();
    const form = sales.page.getByRole('dialog');
    await form.getByLabel('姓名').fill(name);
    await form.getByLabel('职务').fill('采购部经理');
    await form.getByLabel('来源说明').fill('拜访时由对方介绍');
    await form.getByRole('button', { name: '提交新联系人' }).click();
    await sales.page.getByText('已提交，等待信息管理员受理').waitFor();
    const file = sales.page.url();
    const keeper = await openAs('信息管理员');
    await keeper.page.goto(`${service}/client-submissions?state=PENDING`);
    await keeper.page.locator('tbody').getByRole('link').first().click();
    await keeper.page.getByRole('cell', { name }).waitFor();
    await keeper.page.getByRole('button', { name: '受理并录入' }).click();
    await keeper.page.getByRole('dialog').getByRole('button', { name: '受理并录入' }).click();
    await keeper.page.getByText('已受理', { exact: true }).waitFor();
    await sales.page.goto(file);
    await sales.page.getByRole('heading', { name: new RegExp(name) }).waitFor();
    await sales.context.close();
    await keeper.context.close();
  });
});

/** Every refusal leads to somebody (A-CLI-16). */
describe('what one may not do to a file', () => {
  it('is asked of those who may at one click, and they are led to it', async () => {
    const sales = await openAs('业务员');
    await sales.page.goto(`${service}/clients`);
    await sales.page.locator('tbody').getByRole('link').first().click();
    await sales.page.waitForURL(/\/clients\/[0-9a-f-]{36}/);
    const file = new URL(sales.page.url()).pathname;
    // Held buttons stay in the tab order, and are no target for Playwright: aria-disabled.
    await sales.page.getByRole('button', { name: '核定', exact: true }).click({ force: true });
    await sales.page.getByText(/可以办理：.*姜思涵/).waitFor();
    await sales.page.getByRole('button', { name: '请其办理' }).click();
    await sales.page.getByText(/已通知 \d+ 人/).waitFor();
    const keeper = await openAs('信息管理员');
    await keeper.page.goto(`${service}/notifications`);
    await keeper.page.getByRole('link', { name: '有同事请您办理：核定' }).first().click();
    await keeper.page.waitForURL((url) => url.pathname === file);
    await sales.context.close();
    await keeper.context.close();
  });
});

describe('the figures', () => {
  it('of a report open exactly the list that they count', async () => {
    const { context, page } = await openAs('信息管理员');
    await page.goto(`${service}/client-reports`);
    const link = page.getByRole('row', { name: /逾期未核定/ }).getByRole('link');
    const figure = ((await link.textContent()) ?? '').match(/^[\d,]+/)?.[0];
    await link.click();
    await page.getByText(`共 ${figure} 条`).waitFor();
    await context.close();
  });
});
