import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type File, newFile, openFile } from './archive';
import { browserOfFile, button, settle, visit } from './browser';
import { callAs, personOf, stamp } from './service';
import { desk, faultsOf } from './soundness';

const { openAs } = browserOfFile();

const mark = (page: Page) => page.locator('.zd-watermark span').first();
const content = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

async function choose(page: Page, label: string, title: string) {
  // Where it has to be filled in, an asterisk stands before its name.
  const name = new RegExp(`^(\\* ?)?${label}$`);
  await page.getByRole('combobox', { name }).last().click();
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .getByText(title, { exact: true })
    .click();
}

describe('the log of readings (A-SEC-10)', () => {
  it('has who opened a file: one line however often within half an hour', async () => {
    const { context, page, complaints } = await openAs('shenhuimin');
    const file = await newFile('阅读');
    await openFile(page, file);
    await openFile(page, file, 'contacts');
    await openFile(page, file);
    await page.getByRole('complementary').getByRole('link', { name: '阅读记录' }).click();
    await page.getByRole('heading', { level: 1, name: '涉密档案阅读记录' }).waitFor();
    await settle(page);
    expect(new URL(page.url()).searchParams.get('client_id')).toBe(file.id);
    const mine = page.getByRole('row', { name: /沈慧敏/ });
    await mine.first().waitFor();
    expect(await mine.count()).toBe(1);
    expect(await mine.textContent()).toContain('打开档案');
    expect(await mine.textContent()).toContain(file.number);
    await mine.getByRole('link', { name: file.name }).click();
    await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is for its keepers: nobody else is led to it', async () => {
    const { context, page } = await openAs('chengtao');
    const file = await newFile('无权', { owner_id: await personOf('chengtao') });
    await openFile(page, file);
    expect(await page.getByRole('link', { name: '阅读记录' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: '涉密档案阅读记录' }).count()).toBe(0);
    await context.close();
  });
});

/** A paper filed with the file's own level, and then set above it. */
async function filePaper(page: Page, name: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '选择文件').click()]);
  await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: content });
  await button(page, '归档文件').click();
  await page.getByRole('heading', { name }).waitFor();
}

describe('an item more secret than its file (A-SEC-06, A-SEC-07)', () => {
  it('marks the page of those who are cleared, and is nowhere for the others', async () => {
    const file: File = await newFile('单密', { owner_id: await personOf('chengtao') });
    const name = `底价方案${stamp()}.pdf`;
    const keeper = await openAs('shenhuimin');
    await openFile(keeper.page, file, 'attachments');
    expect(await mark(keeper.page).count()).toBe(0);
    await filePaper(keeper.page, name);
    await button(keeper.page, '定单项密级').click();
    const dialog = keeper.page.getByRole('dialog');
    await dialog.waitFor();
    await choose(keeper.page, '密级', '机密');
    await choose(keeper.page, '涉密内容', '重要业务往来细节');
    await dialog.getByLabel('保密期限至').fill('2031-12-31');
    await dialog.getByLabel('理由').fill('含底价与让利方案');
    await button(dialog, '定单项密级').click();
    await dialog.waitFor({ state: 'hidden' });
    await keeper.page.getByText('保密期限至 2031-12-31 · 重要业务往来细节').waitFor();
    expect(await mark(keeper.page).getAttribute('data-mark')).toMatch(/^机密 · 沈慧敏 · 20\d\d-/);
    // Of the file itself there is nothing to mark: the mark goes with the item.
    const tabs = keeper.page.getByRole('navigation', { name: '档案各部分' });
    await tabs.getByRole('link', { name: '联系人' }).click();
    await mark(keeper.page).waitFor({ state: 'detached' });
    await tabs.getByRole('link', { name: '时间线' }).click();
    await keeper.page.getByText('附件定密级').waitFor();
    expect(await mark(keeper.page).getAttribute('data-mark')).toMatch(/^机密/);

    const sales = await openAs('chengtao');
    await openFile(sales.page, file, 'attachments');
    await sales.page.getByText('还没有记录').waitFor();
    await openFile(sales.page, file, 'timeline');
    expect(await sales.page.getByText(name).count()).toBe(0);
    expect(await sales.page.getByText('附件定密级').count()).toBe(0);
    expect(await mark(sales.page).count()).toBe(0);

    const manager = await openAs('tangwei');
    await openFile(manager.page, file, 'attachments');
    await manager.page.getByRole('heading', { name }).waitFor();
    expect(await mark(manager.page).getAttribute('data-mark')).toMatch(/^机密 · 唐/);
    await visit(manager.page, '/client-materials');
    await manager.page.getByText(name).waitFor();
    expect(await mark(manager.page).getAttribute('data-mark')).toMatch(/^机密 · 唐/);
    for (const { context, complaints } of [keeper, sales, manager]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('is filed, recorded and said with its level at once', async () => {
    const { context, page, complaints } = await openAs('shenhuimin');
    const file = await newFile('随密');
    const said = `可再让两个点${stamp()}`;
    await openFile(page, file, 'timeline');
    await page.getByLabel('写给同事的话').fill(said);
    await button(page, '设定密级').click();
    await choose(page, '密级', '绝密');
    await button(page, '发表评论').click();
    await page.getByRole('alert').getByText('请选择涉密内容').waitFor();
    await choose(page, '涉密内容', '对重要客户的特殊营销策略');
    await button(page, '发表评论').click();
    await page.locator('.zd-timeline').getByText(said).waitFor();
    await page.getByText(/保密期限至 20\d\d-\d\d-\d\d · 对重要客户的特殊营销策略/).waitFor();
    expect(await mark(page).getAttribute('data-mark')).toMatch(/^绝密 · 沈慧敏/);

    await openFile(page, file, 'attachments');
    await button(page, '设定密级').click();
    await choose(page, '密级', '机密');
    await choose(page, '涉密内容', '主要客户的重要信息');
    await filePaper(page, '名单.pdf');
    await page.getByText(/保密期限至 20\d\d-\d\d-\d\d · 主要客户的重要信息/).waitFor();
    await button(page, '设定密级').waitFor();

    await openFile(page, file, 'interactions');
    await button(page, '登记往来').click();
    const dialog = page.getByRole('dialog');
    await choose(page, '方式', '拜访');
    await dialog.getByLabel('要点').fill('当面确认底价');
    await button(dialog, '设定密级').click();
    await choose(page, '密级', '机密');
    await choose(page, '涉密内容', '重要业务往来细节');
    await button(dialog, '登记往来').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('当面确认底价').waitFor();
    const agent = await callAs('chengtao');
    expect(
      await agent.get<{ items: unknown[] }>('/client-materials').then(({ items }) => JSON.stringify(items)),
    ).not.toContain('名单.pdf');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is sound where it stands and where its level is set: for axe, for the width of the screen', async () => {
    const { context, page, complaints } = await openAs('shenhuimin');
    const file = await newFile('单项');
    const supervisor = await callAs('shenhuimin');
    const secrecy = { level: 'TOP_SECRET', content: 'MARKETING_TACTICS' };
    await supervisor.post(`/clients/${file.id}/comments`, { body: '对方透露了预算上限', secrecy });
    await openFile(page, file, 'timeline');
    await page.getByText('对重要客户的特殊营销策略').waitFor();
    await button(page, '设定密级').click();
    await choose(page, '密级', '机密');
    await page.getByLabel('写给同事的话').fill('见附件');
    await button(page, '发表评论').click();
    await page.getByRole('alert').getByText('请选择涉密内容').waitFor();
    expect(await faultsOf(page, 'item-timeline')).toEqual([]);
    await desk(page);
    await button(page, '按档案密级').click();
    await button(page, '定单项密级').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page, 'item-dialog')).toEqual([]);
    await desk(page);
    await openFile(page, file, 'interactions');
    await button(page, '登记往来').click();
    await button(page, '设定密级').click();
    await choose(page, '密级', '机密');
    expect(await faultsOf(page, 'item-interaction')).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
