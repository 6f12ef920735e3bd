import { describe, expect, it } from 'vitest';
import { newFile } from './archive';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { approvedByAll, carrier, type Destruction, obsoleteFile, proposed, proposer } from './destructions';
import { callAs } from './service';
import { accessibilityFaults } from './soundness';

const { openAs } = browserOfFile();

describe('destroying an obsolete file', () => {
  it('that is fresh is refused with the rule and its figures', async () => {
    const file = await newFile('新建');
    const { context, page, complaints } = await openAs(proposer);
    await visit(page, `/client-destructions/new?client_id=${file.id}`);
    await page.getByRole('link', { name: file.name }).waitFor();
    await page.getByRole('combobox', { name: '销毁依据' }).click();
    await page.locator('.ant-select-item-option').getByText('误建或无效', { exact: true }).click();
    await page.getByLabel('销毁理由').fill('重复建档');
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(page, '提交审批').click();
    const alert = page.getByRole('alert');
    await alert.getByText(/以前的方为过时资料/).waitFor();
    await alert.getByRole('link', { name: /A-BOR-07/ }).waitFor();
    // That it was refused is an answer, which the browser logs by itself.
    expect(complaints.filter((one) => !one.includes('/client-destructions'))).toEqual([]);
    await context.close();
  });

  it('is proposed from the file, which is read only from then on and leads to it', async () => {
    const file = await obsoleteFile();
    const { context, page, complaints } = await openAs(proposer);
    await visit(page, `/clients/${file.id}`);
    await button(page, '提请销毁').click();
    await page.getByRole('combobox', { name: '销毁依据' }).click();
    await page.locator('.ant-select-item-option').getByText('往来早已终止', { exact: true }).click();
    await page.getByLabel('销毁理由').fill('长期无往来，销售部确认不再合作');
    await button(page, '提交审批').click();
    await page.waitForURL(/\/client-destructions\/[0-9a-f-]{36}$/);
    await recordHeader(page).getByText('审批中').waitFor();
    expect(await recordHeader(page).locator('.zd-mono').first().textContent()).toMatch(/^DS-\d{8}-\d{4}$/);
    await page.getByRole('region', { name: '提请内容' }).getByRole('link', { name: file.name }).click();
    await recordHeader(page).getByText('待销毁').waitFor();
    await page.getByText('此档案已提请销毁，只能查看，不能改动。').waitFor();
    // What a held action says would lie over the others.
    await page.mouse.move(0, 0);
    await page.getByText('目前不能执行').waitFor({ state: 'hidden' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '查看销毁记录' }).click();
    await page.getByRole('row', { name: new RegExp(file.number) }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('goes only with its number, by another keeper, and leaves a certificate', async () => {
    const request = await proposed();
    const { file } = request;
    const own = await openAs(proposer);
    await visit(own.page, `/client-destructions/${request.id}`);
    const { state } = await approvedByAll(request);
    expect(state).toBe('APPROVED');
    // Whoever looks at it sees it at once, and who signed.
    await recordHeader(own.page).getByText('待销毁').waitFor();
    const signatures = own.page.getByRole('region', { name: '审批签字' });
    for (const name of ['沈慧敏', '周敏', '何建国']) await signatures.getByText(name).waitFor();
    await button(own.page, '执行销毁').hover();
    await own.page.getByText(/须由另一人执行/).waitFor();

    const { context, page, complaints } = await openAs(carrier);
    await visit(page, `/client-destructions/${request.id}`);
    await button(page, '执行销毁').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/任何人都无法恢复/).waitFor();
    await dialog.getByLabel('再次输入档案编号').fill(`${file.number}0`);
    await button(dialog, '执行销毁').click();
    await dialog.getByText('与档案编号不一致').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('再次输入档案编号').fill(file.number);
    await button(dialog, '执行销毁').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(page).getByText('已销毁').waitFor();
    const certificate = page.getByRole('region', { name: '销毁证明' });
    await certificate.getByText('姜思涵').waitFor();
    expect(await page.getByText(file.name).count()).toBe(0);
    await page.getByRole('link', { name: '打印销毁证明' }).click();
    await page.getByRole('heading', { name: '客户档案销毁证明' }).waitFor();
    await page.getByRole('row', { name: /总经理审批/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await recordHeader(own.page).getByText('已销毁').waitFor();

    // The file is gone, for the API too; the number that was mistyped is the one complaint.
    await expect((await callAs(carrier)).get(`/clients/${file.id}`)).rejects.toThrow(/404/);
    const said = [...own.complaints, ...complaints].filter((one) => !one.includes('/actions/carry-out'));
    expect(said).toEqual([]);
    await context.close();
    await own.context.close();
  });

  it('is given up with its reason, and the file is as it was', async () => {
    const request = await proposed();
    await approvedByAll(request);
    const { context, page, complaints } = await openAs(carrier);
    await visit(page, `/client-destructions/${request.id}`);
    await button(page, '中止销毁').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('中止理由').fill('客户来函要求恢复合作');
    await button(dialog, '中止销毁').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(page).getByText('已中止').waitFor();
    await page.getByRole('region', { name: '中止' }).getByText('客户来函要求恢复合作').waitFor();
    const found = await (await callAs(carrier)).get<{ status: string }>(`/clients/${request.client.id}`);
    expect(found.status).toBe('ACTIVE');
    const after = await (await callAs(carrier)).get<Destruction>(`/client-destructions/${request.id}`);
    expect(after.state).toBe('ABANDONED');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
