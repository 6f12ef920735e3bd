import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Asked, approveAs, asked, manager, seller, taskOf } from './approvals';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { callAs, stamp } from './service';
import { accessibilityFaults, sidewaysFaults } from './soundness';

const { openAs } = browserOfFile();

const row = (page: Page, { number }: Asked) => page.getByRole('row', { name: new RegExp(number) });
const step = (page: Page, name: string) => page.getByRole('article', { name });
const openApproval = (page: Page, { approval_id }: Asked) => visit(page, `/approvals/${approval_id}`);

describe('a request for archives', () => {
  it('is approved by the manager, then by customer service, and each sees what the other said', async () => {
    const request = await asked('机械制造');
    const first = await openAs(manager);
    await visit(first.page, '/approvals');
    await row(first.page, request).getByText('部门经理签字').waitFor();
    await row(first.page, request).getByText(request.wanted).waitFor();
    await first.page.getByRole('link', { name: request.number }).click();
    await first.page.getByRole('heading', { level: 1, name: request.number }).waitFor();
    await button(first.page, '同意').click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByLabel('审批意见').fill('同意查阅，注意保密');
    await dialog.getByLabel('依据').fill('部门例会第 3 条');
    expect(await accessibilityFaults(first.page)).toEqual([]);
    await button(dialog, '同意').click();
    await dialog.waitFor({ state: 'hidden' });
    await step(first.page, '部门经理签字').getByText('已完成').waitFor();
    await step(first.page, '客户服务部核准').getByText('沈慧敏').waitFor();
    // Decided is decided: there is nothing more to press.
    expect(await first.page.getByRole('heading', { name: '我的审批' }).count()).toBe(0);

    const third = await openAs(seller);
    await openApproval(third.page, request);
    const second = await openAs('客户信息主管');
    await openApproval(second.page, request);
    await step(second.page, '部门经理签字').getByText('同意查阅，注意保密').waitFor();
    await button(second.page, '查看谁可以审批').click();
    await second.page.getByText('可以审批', { exact: true }).first().waitFor();
    await button(second.page, '同意').click();
    await button(second.page.getByRole('dialog'), '同意').click();
    await recordHeader(second.page).getByText('已批准').waitFor();
    // Whoever requested it hears of it without asking.
    await recordHeader(third.page).getByText('已批准').waitFor();
    await recordHeader(third.page).getByRole('link', { name: '打开原记录' }).click();
    await third.page.getByRole('heading', { level: 1, name: new RegExp(request.number) }).waitFor();
    const opened = [first, second, third];
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
    for (const { context } of opened) await context.close();
  });

  it('is decided with others, and one that somebody was quicker with is told apart', async () => {
    const requests = [await asked('电子'), await asked('纺织')];
    const [quick, slow] = requests as [Asked, Asked];
    const { context, page } = await openAs(manager);
    await visit(page, '/approvals');
    // Rows under the pointer are held in their places.
    for (const request of requests) await row(page, request).getByRole('checkbox').check();
    await button(page, '批量同意').click();
    const dialog = page.getByRole('dialog');
    const chosen = dialog.getByRole('list', { name: '所选事项' });
    for (const { wanted } of requests) await chosen.getByText(wanted).waitFor();
    await approveAs(manager, quick);
    await button(dialog, '批量同意').click();
    await dialog.getByRole('heading', { name: '1 项已处理，1 项未处理' }).waitFor();
    await dialog
      .getByRole('row', { name: new RegExp(slow.number) })
      .getByText('已同意')
      .waitFor();
    const refused = dialog.getByRole('row', { name: new RegExp(quick.number) });
    expect(await refused.textContent()).toMatch(/未处理.{4,}/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });

  it('is rejected on a phone: what is asked above, the decision within reach', async () => {
    const request = await asked('食品');
    const { context, page } = await openAs(manager, { viewport: { width: 360, height: 740 } });
    await visit(page, '/approvals');
    await page.getByRole('listitem').filter({ hasText: request.number }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: request.number }).waitFor();
    const place = await button(page, '否决').boundingBox();
    // At the lower edge, and no more of the screen than it needs.
    expect(place?.y).toBeGreaterThan(620);
    expect(place?.y).toBeLessThan(740 - (place?.height ?? 0) + 1);
    expect(place?.height).toBeGreaterThanOrEqual(40);
    expect(await sidewaysFaults(page)).toEqual([]);
    await button(page, '否决').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, '否决').click();
    await dialog.getByText(/请输入|必填/).waitFor();
    await dialog.getByLabel('审批意见').fill('用途不明确');
    await button(dialog, '否决').click();
    await recordHeader(page).getByText('已否决').waitFor();
    await page.getByText('理由：用途不明确').waitFor();
    await context.close();
  });

  it('comes to the superior when the manager is away and agreed by telephone', async () => {
    const request = await asked('化工');
    const { context, page } = await openAs('信息管理员');
    await openApproval(page, request);
    await button(page, '跨级审批登记（邓俊峰）').click();
    const dialog = page.getByRole('dialog');
    // Nobody agreed to it before it was asked for.
    await dialog.getByLabel('电话确认时间').fill('2026-01-05T09:30');
    await dialog.getByLabel('说明').fill('在重庆出差，电话同意由上级审批');
    await button(dialog, '跨级审批登记').click();
    await dialog.locator('.ant-form-item-explain-error').waitFor();
    await button(dialog, '取消').click();
    // The field knows no seconds, and the request is younger than a minute: the rest is said to the API.
    const keeper = await callAs('信息管理员');
    const task = await taskOf(await callAs(manager), request);
    const body = { confirmed_at: new Date().toISOString(), comment: '电话同意' };
    await keeper.post(`/approval-tasks/${task.id}/actions/across-levels`, body, task.version);
    await openApproval(page, request);
    const signing = step(page, '部门经理签字');
    for (const said of ['罗海涛', '跨级审批', /邓俊峰 已电话同意/]) await signing.getByText(said).waitFor();
    await context.close();
  });

  it('is withdrawn by whoever made it, and reminded of, and by nobody else', async () => {
    const request = await asked('建材');
    const { context, page } = await openAs(seller);
    await visit(page, '/approvals/all');
    await button(page, '我申请的').click();
    await row(page, request).getByText('审批中').waitFor();
    await page.getByRole('link', { name: request.number }).click();
    await button(page, '催办').click();
    await button(page.getByRole('dialog'), '催办').click();
    await page.locator('.zd-timeline').getByText('催办').waitFor();
    await button(page, '撤回申请').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('已从公开资料取得');
    await button(dialog, '撤回申请').click();
    await recordHeader(page).getByText('已撤回').waitFor();
    await context.close();
  });
});

describe('a flow', () => {
  it('is set anew from a later day: a wrong one is refused at its field, the right one waits', async () => {
    const { context, page } = await openAs('总经理');
    const reason = `增加总经理审批${stamp()}`;
    await visit(page, '/approval-flows');
    await page.getByRole('link', { name: '客户档案借阅' }).first().click();
    await page.getByRole('heading', { level: 1, name: '客户档案借阅' }).waitFor();
    await button(page, '设定新版本').click();
    await page.getByRole('heading', { level: 1, name: '设定“客户档案借阅”的新版本' }).waitFor();
    await button(page, '增加步骤').click();
    const added = page.getByRole('region', { name: '第 3 步' });
    await added.getByLabel('步骤名称').fill('总经理批准');
    await added.getByLabel('步骤代码').fill('customer-service');
    await added.getByRole('combobox', { name: '角色' }).fill('总经理');
    await page.locator('.ant-select-item-option').getByText('总经理', { exact: true }).click();
    await page.getByLabel('生效日期').fill('2099-01-01');
    await page.getByLabel('理由').fill(reason);
    await button(page, '设定新版本').click();
    // The key is another step's.
    await added.locator('.ant-form-item-explain-error').first().waitFor();
    await added.getByLabel('步骤代码').fill('general-manager');
    await button(page, '设定新版本').click();
    await page.getByText(reason).waitFor();
    await page.getByText('待生效').first().waitFor();
    const version = page.getByRole('listitem').filter({ hasText: reason });
    await version.locator('summary').click();
    await version.getByRole('article', { name: '总经理批准' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    // What counts today has not changed.
    expect(await page.getByText('手册原定').count()).toBe(1);
    await context.close();
  });
});
