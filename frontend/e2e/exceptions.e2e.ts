import { describe, expect, it } from 'vitest';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { askedException } from './exceptions';
import { accessibilityFaults } from './soundness';

const { openAs } = browserOfFile();

describe('the register of exceptions', () => {
  it('what a salesperson asks for is granted by the manager, and whoever looks at it sees so', async () => {
    const asked = await askedException('业务员');
    const seller = await openAs('业务员');
    await visit(seller.page, `/exceptions/${asked.id}`);
    await recordHeader(seller.page).getByText('待批准', { exact: true }).waitFor();
    // Nobody grants what they asked for: the button says so.
    await button(seller.page, '批准').press('Enter');
    await seller.page.getByText('不得批准本人提出的例外').waitFor();
    expect(await button(seller.page, '撤回').isEnabled()).toBe(true);

    const manager = await openAs('销售经理');
    await visit(manager.page, '/exceptions?state=REQUESTED');
    const row = manager.page.getByRole('row', { name: new RegExp(asked.reason.slice(-8)) });
    await row.getByRole('link').first().click();
    await manager.page.waitForURL(`**/exceptions/${asked.id}`);
    await recordHeader(manager.page).getByText('待批准', { exact: true }).waitFor();
    await button(manager.page, '批准').click();
    const dialog = manager.page.getByRole('dialog');
    await dialog.getByLabel('说明').fill('情况属实，复产后一周内补核');
    expect(await accessibilityFaults(manager.page)).toEqual([]);
    await button(dialog, '批准').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(manager.page).getByText('已批准', { exact: true }).waitFor();
    await manager.page.getByText('情况属实，复产后一周内补核').waitFor();

    await recordHeader(seller.page).getByText('已批准', { exact: true }).waitFor();
    // The way back to the duty itself, which is not asked for until then.
    const about = seller.page.getByRole('region', { name: '申请内容' });
    await about.locator('a[href^="/obligations/"]').click();
    await seller.page.waitForURL(/\/obligations\/[0-9a-f-]{36}$/);
    await recordHeader(seller.page).getByText('已豁免', { exact: true }).waitFor();
    expect([...seller.complaints, ...manager.complaints]).toEqual([]);
    await seller.context.close();
    await manager.context.close();
  });

  it('what is refused says why; what is taken back waits for nobody', async () => {
    const refused = await askedException('业务员');
    const manager = await openAs('销售经理');
    await visit(manager.page, `/exceptions/${refused.id}`);
    await button(manager.page, '不批准').click();
    const dialog = manager.page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('可先以电话核对');
    await button(dialog, '不批准').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(manager.page).getByText('未批准', { exact: true }).waitFor();
    await manager.page.getByText('可先以电话核对').waitFor();

    const withdrawn = await askedException('业务员');
    const seller = await openAs('业务员');
    await visit(seller.page, `/exceptions/${withdrawn.id}`);
    await button(seller.page, '撤回').click();
    const own = seller.page.getByRole('dialog');
    await button(own, '撤回').click();
    await own.waitFor({ state: 'hidden' });
    await recordHeader(seller.page).getByText('已撤回', { exact: true }).waitFor();
    expect([...seller.complaints, ...manager.complaints]).toEqual([]);
    await seller.context.close();
    await manager.context.close();
  });

  it('a month of the trend opens the list of what it counts', async () => {
    await askedException('业务员');
    const { context, page, complaints } = await openAs('总经理');
    await visit(page, '/exceptions');
    const trend = page.getByRole('region', { name: '近十二个月提出的例外' });
    const bar = trend.getByRole('row').filter({ hasText: '事项豁免' }).getByRole('link').last();
    const count = Number.parseInt((await bar.textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(0);
    await bar.click();
    await page.waitForURL(/kind=.*from=.*to=/);
    await page.locator('.zd-filter-chip').getByText('事项豁免').waitFor();
    await page.getByText(`共 ${count} 条`).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
