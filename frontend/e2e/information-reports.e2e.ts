import { describe, expect, it } from 'vitest';
import { pick } from './archive';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { clientOfSeller, openMonth } from './information-reports';
import { stamp } from './service';
import { accessibilityFaults } from './soundness';

const { openAs } = browserOfFile();

describe('the monthly client information report', () => {
  it('is told client by client, sent back, put right and received, and its author called back', async () => {
    const file = await clientOfSeller('月报');
    const month = await openMonth();
    const summary = `本月拜访客户 12 户（${stamp()}）`;
    const seller = await openAs('业务员');
    await visit(seller.page, '/client-information-reports');
    await button(seller.page, '提交本月报告').click();
    await seller.page.getByRole('link', { name: /A-CIR-01/ }).waitFor();
    await seller.page.getByRole('combobox', { name: '月份' }).click();
    await seller.page.locator('.ant-select-item-option').getByText(month).click();
    await seller.page.getByLabel('客户开发与维护情况').fill(summary);
    // Whoever looks after clients tells of one at least (A-CIR-02).
    await button(seller.page, '提交报告').click();
    await seller.page.locator('.ant-form-item-explain-error').first().waitFor();
    await pick(seller.page, '各客户的竞争环境', file.name, `${file.name} · ${file.number}`);
    await seller.page.getByRole('combobox', { name: '各客户的竞争环境' }).press('Escape');
    const client = seller.page.getByRole('region', { name: `${file.name} · ${file.number}` });
    await client.getByLabel('竞争环境').fill('同城两家同行报价较我司低约 3%');
    await client.getByLabel('下月计划').fill('上门续谈年度框架协议');
    expect(await accessibilityFaults(seller.page)).toEqual([]);
    await button(seller.page, '提交报告').click();
    await seller.page.waitForURL(/\/client-information-reports\/[0-9a-f-]{36}$/);
    await recordHeader(seller.page).getByText('待受理').waitFor();
    const path = new URL(seller.page.url()).pathname;
    const number = (await recordHeader(seller.page).locator('.zd-mono').textContent()) ?? '';
    expect(number).toMatch(/^IR-\d{8}-\d{4}$/);

    const keeper = await openAs('信息管理员');
    await visit(keeper.page, `/client-information-reports?period=${month}`);
    await keeper.page.getByRole('row', { name: new RegExp(number) }).waitFor();
    await keeper.page.getByRole('link', { name: number }).click();
    await keeper.page.getByText('同城两家同行报价较我司低约 3%').waitFor();
    await button(keeper.page, '退回').click();
    const dialog = keeper.page.getByRole('dialog');
    await dialog.getByLabel('退回原因').fill('请写明两家同行的账期');
    expect(await accessibilityFaults(keeper.page)).toEqual([]);
    await button(dialog, '退回').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(keeper.page).getByText('已退回').waitFor();

    // Its author sees it at once, with the reason.
    await seller.page.getByRole('note').getByText('请写明两家同行的账期').waitFor();
    await button(seller.page, '修改并重新提交').click();
    await seller.page.waitForURL(/\/edit$/);
    const again = seller.page.getByRole('region', { name: file.name });
    await again.getByLabel('竞争环境').fill('同城两家同行报价较我司低约 3%，账期 60 天');
    expect(await accessibilityFaults(seller.page)).toEqual([]);
    await button(seller.page, '修改并重新提交').click();
    await seller.page.waitForURL(new RegExp(`${path}$`));
    await recordHeader(seller.page).getByText('待受理').waitFor();

    await keeper.page.getByText('账期 60 天').waitFor();
    await button(keeper.page, '受理').click();
    await dialog.getByLabel('受理说明').fill('已汇入月度竞争情况');
    await button(dialog, '受理').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(keeper.page).getByText('已受理').waitFor();
    await button(keeper.page, '登记回访').click();
    await dialog.getByLabel('回访情况').fill('核实报价是否含运费');
    await button(dialog, '登记回访').click();
    await dialog.waitFor({ state: 'hidden' });
    const calls = keeper.page.getByRole('region', { name: '回访记录' });
    await calls.getByText('核实报价是否含运费').waitFor();

    await recordHeader(seller.page).getByText('已受理').waitFor();
    await visit(seller.page, '/client-information-reports/call-backs');
    await seller.page.getByRole('link', { name: '核实报价是否含运费' }).first().click();
    await seller.page.getByRole('link', { name: '查看报告' }).click();
    await seller.page.waitForURL(new RegExp(`${path}$`));
    // The browser logs by itself that the service refused a report without a client.
    const complaints = [...seller.complaints, ...keeper.complaints];
    expect(complaints.filter((said) => !/status of 422 .*client-information-reports\)/.test(said))).toEqual(
      [],
    );
    await seller.context.close();
    await keeper.context.close();
  });

  it('that is missing is called about from the list of calls', async () => {
    const { context, page, complaints } = await openAs('客户信息主管');
    const note = `询问未提交的原因（${stamp()}）`;
    await visit(page, '/client-information-reports/call-backs');
    await button(page, '登记回访').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: /A-CIR-03/ }).waitFor();
    await pick(page, '被回访人', '冯宇航', /冯宇航/);
    await dialog.getByLabel('回访情况').fill(note);
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(dialog, '登记回访').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: note }).click();
    await page.waitForURL(/\/call-backs\/[0-9a-f-]{36}$/);
    await page.getByRole('region', { name: '回访情况' }).getByText('冯宇航').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
