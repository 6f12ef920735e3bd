import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newFile, openFile, pick } from './archive';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { type Disclosure, openDisclosure, reviewed } from './disclosures';
import { callAs, personOf } from './service';
import { accessibilityFaults } from './soundness';

const { openAs } = browserOfFile();
const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const paper = '信息提供同意书.pdf';

async function choose(page: Page, label: string, word: string) {
  await page.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-item-option').getByText(word, { exact: true }).click();
}

async function filePaper(page: Page, file: { id: string }) {
  await openFile(page, file, 'attachments');
  await page.locator('input[type="file"]').setInputFiles({
    name: paper,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.7\n${file.id}\n1 0 obj\n<<>>\nendobj\n`),
  });
  const filed = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/attachments'),
  );
  await button(page, '归档文件').click();
  await filed;
}

describe('providing client information outside the company', () => {
  it('is asked for on the client’s consent, reviewed by three, and lapses when it is revoked', async () => {
    const file = await newFile('同意', { owner_id: await personOf('业务员') });
    const seller = await openAs('业务员');
    const { page } = seller;
    await filePaper(page, file);
    // From the client's file, which is chosen already.
    await openFile(page, file, 'disclosures');
    await page.getByText('没有您可以查看的对外提供记录。').waitFor();
    await page.getByRole('link', { name: '申请对外提供' }).click();
    await page.getByRole('textbox', { name: '接收方' }).fill('四川天府联合物流有限公司');
    await page.getByRole('textbox', { name: '用途' }).fill('联合投标所需的业绩证明');
    await page.getByRole('checkbox', { name: '基本信息' }).check();
    const consent = page.getByRole('region', { name: new RegExp(`${file.name}.*客户同意`) });
    await button(page, '提交审批').click();
    // Nothing goes without it (B-SEC-08).
    await consent.getByText(/请输入同意人/).waitFor();
    await consent.getByLabel('同意人（姓名、职务）').fill('周建平，总经理');
    await consent.getByLabel('同意日期').fill('2026-10-20');
    await consent.getByLabel('同意日期').press('Enter');
    await pick(page, '同意文件', '同意书', paper);
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(page, '提交审批').click();
    await page.waitForURL(/\/client-disclosures\/[0-9a-f-]{36}$/);
    await recordHeader(page).getByText('审批中').waitFor();
    const id = idOf(page);
    const found = await (await callAs('信息管理员')).get<Disclosure>(`/client-disclosures/${id}`);
    expect((await reviewed(found)).state).toBe('APPROVED');
    // Whoever looks at it sees it at once.
    await recordHeader(page).getByText('待提供').waitFor();

    const keeper = await openAs('信息管理员');
    await visit(keeper.page, `/client-disclosures/${id}`);
    await button(keeper.page, '登记撤回同意').click();
    const dialog = keeper.page.getByRole('dialog');
    await dialog.getByLabel('撤回情况').fill('客户来函撤回同意');
    expect(await accessibilityFaults(keeper.page)).toEqual([]);
    await button(dialog, '登记撤回同意').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(keeper.page).getByText('已失效').waitFor();
    await recordHeader(page).getByText('已失效').waitFor();
    await page.getByText('客户已撤回同意，申请失效，不得提供。').waitFor();
    await openFile(page, file, 'disclosures');
    await page.getByRole('link', { name: '四川天府联合物流有限公司' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect([...seller.complaints, ...keeper.complaints]).toEqual([]);
    await seller.context.close();
    await keeper.context.close();
  });

  it('is provided by customer service, with what was handed over', async () => {
    const one = await openDisclosure();
    await reviewed(one);
    const { context, page, complaints } = await openAs('信息管理员');
    await visit(page, '/client-disclosures');
    await page.getByRole('link', { name: one.number }).click();
    await button(page, '登记提供').click();
    const dialog = page.getByRole('dialog');
    // These texts outlive the file: they do not name it.
    await dialog.getByLabel('实际提供的内容').fill(`${one.file.name}的基本信息表`);
    await dialog.getByLabel('接收人（姓名、职务）').fill('李警官（警号 051223）');
    await button(dialog, '登记提供').click();
    await dialog.getByText(/不得写入档案中的名称或代码/).waitFor();
    await dialog.getByLabel('实际提供的内容').fill('基本信息表一份（2 页），加盖公章');
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(dialog, '登记提供').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(page).getByText('已提供').waitFor();
    const record = page.getByRole('region', { name: '提供记录' });
    await record.getByText('基本信息表一份（2 页），加盖公章').waitFor();
    await record.getByText('李警官（警号 051223）').waitFor();
    // What was refused is an answer, which the browser logs by itself.
    expect(complaints.filter((said) => !said.includes('/actions/provide'))).toEqual([]);
    await context.close();
  });

  it('is changed while it is under approval, which begins anew', async () => {
    const one = await openDisclosure();
    const { context, page, complaints } = await openAs('业务员');
    await visit(page, `/client-disclosures/${one.id}`);
    await button(page, '修改申请').click();
    await page.getByText(/审批重新开始/).waitFor();
    await choose(page, '提供形式', '电子文件');
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(page, '保存').click();
    await page.waitForURL(new RegExp(`/client-disclosures/${one.id}$`));
    await page.getByRole('region', { name: '申请内容' }).getByText('电子文件').waitFor();
    const after = await (await callAs('信息管理员')).get<Disclosure>(`/client-disclosures/${one.id}`);
    expect(after.approval_id).not.toBe(one.approval_id);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
