import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newFile, openFile, pick } from './archive';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { finder, handler, party, reportedIncident, superior } from './incidents';
import { handedOutLoan } from './loans';
import { callAs, stamp } from './service';
import { accessibilityFaults } from './soundness';

const { openAs } = browserOfFile();

const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Choose in a list of the form. */
async function choose(page: Page, label: string, option: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
}

describe('a secrecy incident', () => {
  it('is reported from a file, heard, concluded and taken up again (A-BOR-05)', async () => {
    const file = await newFile('泄密');
    const what = `合同被拍照外传（${stamp()}）`;
    const found = await openAs(handler);
    await openFile(found.page, file);
    await found.page.getByRole('link', { name: '报告保密事件' }).click();
    await found.page.getByText(`${file.name} · ${file.number}`).waitFor();
    await found.page.getByRole('combobox', { name: '类别' }).click();
    await found.page.locator('.ant-select-dropdown:visible').getByText('泄密', { exact: true }).click();
    await found.page.getByLabel('事件经过').fill(what);
    await pick(found.page, '当事人', '程涛');
    await found.page.getByRole('combobox', { name: '当事人' }).press('Escape');
    await found.page.getByLabel('行为').fill('拍摄合同并转发');
    expect(await accessibilityFaults(found.page)).toEqual([]);
    await button(found.page, '提交报告').click();
    await found.page.waitForURL(/\/client-incidents\/[0-9a-f-]{36}$/);
    const id = idOf(found.page);
    await recordHeader(found.page).getByText('调查中').waitFor();
    // The superior was found by the service.
    await found.page.getByRole('heading', { name: '直接上级 唐伟' }).waitFor();

    const own = await openAs(party);
    await visit(own.page, `/client-incidents/${id}`);
    await button(own.page, '提交申辩').click();
    await own.page.getByRole('dialog').getByRole('textbox', { name: '申辩' }).fill('系误发，当日已撤回');
    await button(own.page.getByRole('dialog'), '提交申辩').click();
    await own.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await own.page.getByText('系误发，当日已撤回').waitFor();

    // Whoever looks at it sees it at once, and concludes.
    await found.page.getByText('系误发，当日已撤回').waitFor();
    await button(found.page, '结案').click();
    const dialog = found.page.getByRole('dialog');
    await choose(found.page, '对程涛的处理', '罚款');
    await dialog.getByLabel('程涛的罚款金额').fill('500');
    await choose(found.page, '唐伟的领导责任处理', '警告');
    await dialog.getByLabel('唐伟的领导责任', { exact: true }).fill('未落实保密教育');
    await dialog.getByLabel('补救措施').fill('已向客户说明情况');
    expect(await accessibilityFaults(found.page)).toEqual([]);
    await button(dialog, '结案').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(found.page).getByText('已结案').waitFor();
    // The party reads what followed for themselves, and not for the superior.
    await recordHeader(own.page).getByText('已结案').waitFor();
    await own.page.getByText('500.00').waitFor();
    expect(await own.page.getByText('未落实保密教育').count()).toBe(0);
    const above = await openAs(superior);
    await visit(above.page, `/client-incidents/${id}`);
    await above.page.getByText('未落实保密教育').waitFor();

    await button(found.page, '重新调查').click();
    await dialog.getByLabel('重新调查的理由').fill('发现新的证据');
    await button(dialog, '重新调查').click();
    await dialog.waitFor({ state: 'hidden' });
    await found.page.getByText('发现新的证据').waitFor();
    // The file's page leads to it.
    await openFile(found.page, file);
    await found.page.getByRole('region', { name: '保密事件' }).getByRole('link', { name: /^XM-/ }).waitFor();
    expect([...found.complaints, ...own.complaints, ...above.complaints]).toEqual([]);
    for (const { context } of [found, own, above]) await context.close();
  });

  it('is amended with a reason', async () => {
    const { id } = await reportedIncident();
    const { context, page, complaints } = await openAs(handler);
    await visit(page, `/client-incidents/${id}`);
    await button(page, '更正事件').click();
    await page.waitForURL(/\/amend$/);
    await page.getByLabel('行为').fill('将旧版名单转发给外部人员');
    await page.getByLabel('更正理由').fill('经核实为旧版名单');
    await button(page, '保存更正').click();
    await page.waitForURL(/\/client-incidents\/[0-9a-f-]{36}$/);
    await page.getByText('将旧版名单转发给外部人员').waitFor();
    await page.getByText('经核实为旧版名单').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('that names somebody is not theirs to handle, and says so', async () => {
    const { id } = await reportedIncident();
    const { context, page, complaints } = await openAs(party);
    await visit(page, `/client-incidents/${id}`);
    await button(page, '提交申辩').waitFor();
    await button(page, '结案').hover();
    await page
      .getByText(/缺少权限/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
    // Whoever found it out reads no case of others.
    const found = await (await callAs(finder)).get<{ parties: { statement?: unknown }[] }>(
      `/client-incidents/${id}`,
    );
    expect(found.parties[0]?.statement ?? null).toBeNull();
  });

  it('comes of a loan that is lost, and each leads to the other', async () => {
    const { id } = await handedOutLoan();
    const { context, page, complaints } = await openAs('信息管理员');
    await visit(page, `/client-loans/${id}`);
    await button(page, '登记违规、遗失或泄密').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('事件经过').fill('借阅人出差途中遗失其中一册');
    await button(dialog, '登记违规、遗失或泄密').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '查看保密事件' }).click();
    await page.getByRole('heading', { level: 1, name: /^遗失/ }).waitFor();
    await page.getByRole('link', { name: /^LN-/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
