import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newFile, pick } from './archive';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { handedOutLoan, signed } from './loans';
import { stamp } from './service';
import { accessibilityFaults } from './soundness';

const { openAs } = browserOfFile();

const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

describe('asking for client archives', () => {
  it('a look into files is asked for, signed by two, and handed out with its card', async () => {
    const seller = await openAs('业务员');
    const wanted = `成都锦川机电的往来记录（${stamp()}）`;
    const file = await newFile('查阅');
    await visit(seller.page, '/client-loans');
    await button(seller.page, '申请查阅/借阅').click();
    // To take files along is for managers (A-BOR-02).
    const loan = seller.page.getByRole('radio', { name: '借出档案' });
    await loan.waitFor();
    expect(await loan.isDisabled()).toBe(true);
    await seller.page.getByRole('link', { name: /A-BOR-02/ }).waitFor();
    await seller.page.getByLabel('所需资料').fill(wanted);
    await seller.page.getByLabel('用途').fill('续签谈判准备');
    await button(seller.page, '提交申请').click();
    // Nothing goes without the undertaking (A-BOR-04).
    await seller.page.getByText('请先作出阅览承诺').waitFor();
    await seller.page.getByRole('checkbox', { name: /不在公共场所或出差途中/ }).check();
    await button(seller.page, '提交申请').click();
    await seller.page.waitForURL(/\/client-loans\/[0-9a-f-]{36}$/);
    await recordHeader(seller.page).getByText('审批中').waitFor();
    const id = idOf(seller.page);
    const number = (await recordHeader(seller.page).locator('.zd-mono').textContent()) ?? '';
    expect(number).toMatch(/^LN-\d{8}-\d{4}$/);

    const { state } = await signed({ id }, ['销售经理', '客户信息主管']);
    expect(state).toBe('APPROVED');
    // Whoever looks at it sees it at once.
    await recordHeader(seller.page).getByText('待交付').waitFor();

    const keeper = await openAs('信息管理员');
    await visit(keeper.page, '/');
    await keeper.page.getByRole('link', { name: /待交付的档案借阅/ }).click();
    await keeper.page.getByRole('row', { name: new RegExp(number) }).waitFor();
    await keeper.page.getByRole('link', { name: number }).click();
    await keeper.page.getByText(wanted).waitFor();
    await button(keeper.page, '交付').click();
    const dialog = keeper.page.getByRole('dialog');
    await pick(keeper.page, '交付的档案', file.name, `${file.name} · ${file.number}`);
    // The list stays open for the next file: it would lie over what comes below.
    await dialog.getByRole('combobox', { name: '交付的档案' }).press('Escape');
    await dialog.getByLabel('交付说明').fill('在档案室查阅，共 86 页');
    expect(await accessibilityFaults(keeper.page)).toEqual([]);
    await button(dialog, '交付').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(keeper.page).getByText('已提供').waitFor();
    const card = keeper.page.getByRole('region', { name: '借阅卡' });
    await card.getByRole('link', { name: file.name }).waitFor();
    await card.getByText('在档案室查阅，共 86 页').waitFor();
    await keeper.page.getByRole('link', { name: '打印借阅卡' }).click();
    await keeper.page.getByRole('heading', { name: '客户档案借阅卡' }).waitFor();

    await recordHeader(seller.page).getByText('已提供').waitFor();
    expect([...seller.complaints, ...keeper.complaints]).toEqual([]);
    await seller.context.close();
    await keeper.context.close();
  });

  it('is changed while it is under approval, and the approval begins anew', async () => {
    const { context, page, complaints } = await openAs('采购经理');
    await visit(page, '/client-loans/new');
    await page.getByRole('radio', { name: '借出档案' }).check();
    await page.getByLabel('归还期限').fill('2099-12-31');
    await page.getByLabel('归还期限').press('Enter');
    await page.getByLabel('所需资料').fill(`合同（${stamp()}）`);
    await page.getByLabel('用途').fill('续签');
    await page.getByRole('checkbox', { name: /不在公共场所或出差途中/ }).check();
    await button(page, '提交申请').click();
    await page.waitForURL(/\/client-loans\/[0-9a-f-]{36}$/);
    await recordHeader(page).getByText('2099-12-31').waitFor();
    await button(page, '修改申请').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/审批重新开始/).waitFor();
    await dialog.getByRole('radio', { name: '查阅档案' }).check();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(dialog, '保存').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: '查阅档案' }).waitFor();
    expect(await page.getByText('2099-12-31').count()).toBe(0);
    await recordHeader(page).getByText('审批中').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a loan that is lost names the borrower and the superior', async () => {
    const { id } = await handedOutLoan();
    const { context, page, complaints } = await openAs('信息管理员');
    await visit(page, `/client-loans/${id}`);
    await button(page, '登记违规、遗失或泄密').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('事件经过').fill('借阅人出差途中遗失其中一册');
    await button(dialog, '登记违规、遗失或泄密').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(page).getByText('已遗失').waitFor();
    const card = page.getByRole('region', { name: '借阅卡' });
    await card.getByText('借阅人出差途中遗失其中一册').waitFor();
    await card.getByText('唐伟').waitFor();
    await card.getByText('罗海涛').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
