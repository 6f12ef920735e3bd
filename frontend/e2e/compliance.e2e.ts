import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile, button, settle, visit } from './browser';
import { askedException } from './exceptions';
import { callAs, stamp } from './service';

const { openAs } = browserOfFile();

const ruleRow = (page: Page, rule: string) => page.getByRole('row', { name: new RegExp(`^${rule} `) });

/** Follows a figure and finds as many in the list that it opens. */
async function opensAsMany(page: Page, rule: string, figure: string): Promise<void> {
  const link = ruleRow(page, rule).getByRole('link', { name: new RegExp(`${rule} ${figure}：`) });
  const count = Number.parseInt(((await link.textContent()) ?? '').replaceAll(',', ''), 10);
  expect(count).toBeGreaterThan(0);
  await link.click();
  await page.waitForURL(new RegExp(`clause=${rule}`));
  await settle(page);
  await page.getByText(`共 ${count.toLocaleString('en-US')} 条`).waitFor();
}

describe('how the rules were kept', () => {
  it('a figure of what fell due opens the list of as many, also person by person', async () => {
    const { context, page, complaints } = await openAs('销售经理');
    await visit(page, '/compliance?period=2000-01');
    await page.getByText('此期间没有可统计的事项').waitFor();
    await visit(page, '/compliance');
    await page.getByRole('row', { name: /^A-CLI-11 / }).waitFor();
    await opensAsMany(page, 'A-CLI-11', '到期');
    await page.goBack();
    await settle(page);
    await button(page, 'A-CLI-11 按人员的执行情况').click();
    const people = page.getByRole('table', { name: 'A-CLI-11 按人员的执行情况' });
    const link = people.getByRole('link', { name: /未完成/ }).first();
    const count = Number.parseInt((await link.textContent()) ?? '', 10);
    await link.click();
    await page.waitForURL(/person_id=/);
    await page.getByText(`共 ${count} 条`).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('what was let off and what was refused are counted, and listed to whoever may read it', async () => {
    const asked = await askedException('业务员');
    const approver = await callAs('销售经理');
    await approver.post(`/exceptions/${asked.id}/actions/approve`, { note: null }, 1);
    const seller = await callAs('业务员');
    const loan = {
      kind: 'LOAN',
      wanted: `合同（${stamp()}）`,
      purpose: '续签',
      due_on: '2099-12-31',
      undertaking: true,
    };
    // To take files along is for managers.
    await expect(seller.post('/client-loans', loan)).rejects.toThrow(/LOAN_ONLY_MANAGERS/);

    const { context, page, complaints } = await openAs('总经理');
    await visit(page, '/compliance');
    await opensAsMany(page, asked.clauses[0]?.id ?? '', '例外');
    await visit(page, '/compliance');
    await opensAsMany(page, 'A-BOR-02', '被拒操作');
    expect(complaints).toEqual([]);
    await context.close();
    // The trail is not open to a manager of sales: there the figure is no link.
    const manager = await openAs('销售经理');
    await visit(manager.page, '/compliance');
    const row = ruleRow(manager.page, 'A-BOR-02');
    await row.waitFor();
    expect(await row.getByRole('link').count()).toBe(1);
    await manager.context.close();
  });

  it('the table is saved as it is shown', async () => {
    const { context, page, complaints } = await openAs('总经理');
    await visit(page, '/compliance?module=clients&all=true');
    const rows = await page.locator('.zd-compliance > table > tbody > tr').count();
    const saved = page.waitForEvent('download');
    await button(page, '导出 CSV').click();
    const text = await readFile(await (await saved).path(), 'utf8');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFF条款,标题,模块,到期,按期,逾期完成,未完成,已豁免,按期率（%）,被拒操作,例外');
    expect(lines).toHaveLength(rows + 1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('an auditor takes a pack of evidence away, and nobody else is offered one', async () => {
    const { context, page, complaints } = await openAs('审计员');
    await visit(page, '/compliance');
    const downloading = page.waitForEvent('download');
    await button(page, '证据包').click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^evidence-\d{4}-\d{2}-01-\d{4}-\d{2}-\d{2}\.zip$/);
    const content = await readFile(await file.path());
    expect(content.subarray(0, 2).toString()).toBe('PK');
    expect(content.includes('manifest.sig')).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();

    const manager = await openAs('销售经理');
    await visit(manager.page, '/compliance');
    await button(manager.page, '导出 CSV').waitFor();
    expect(await button(manager.page, '证据包').count()).toBe(0);
    await manager.context.close();
  });
});
