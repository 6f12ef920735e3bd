import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { tabTo } from './keyboard';
import { stamp } from './service';

const { openAs } = browserOfFile();

const asAdministrator = () => openAs('系统管理员');
const panel = (page: Page, name: RegExp) => page.getByRole('region', { name });

/** Finds an option of a choice by typing a part of it. */
async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await field.click();
  await field.fill(name);
  await page.locator('.ant-select-item-option-active', { hasText: name }).click();
}

/** Fills in the reason an act asks for, and carries it out. */
async function act(page: Page, action: string, reason: string): Promise<void> {
  await button(page, action).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由', { exact: true }).fill(reason);
  await button(dialog, action).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function grant(page: Page, role: string, reason: string): Promise<Locator> {
  await button(page, '授予角色').click();
  const dialog = page.getByRole('dialog');
  await choose(page, dialog.getByLabel('角色', { exact: true }), role);
  await dialog.getByLabel('理由', { exact: true }).fill(reason);
  await button(dialog, '授予角色').click();
  return dialog;
}

describe('a person', () => {
  it('is taken in, given a role, refused one that excludes it, and disabled', async () => {
    const { context, page } = await asAdministrator();
    const mark = stamp();
    await visit(page, '/people');
    await page.getByRole('button', { name: '新建人员' }).click();
    await page.getByLabel('姓名', { exact: true }).fill(`何新员${mark}`);
    await page.getByLabel('登录账号', { exact: true }).fill(`xin.${mark}`);
    await choose(page, page.getByLabel('部门', { exact: true }), '客户服务部');
    await button(page, '建立人员').click();
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    await page.getByText('尚未设置密码').waitFor();

    await (await grant(page, '客服专员', '入职客户服务部')).waitFor({ state: 'hidden' });
    await panel(page, /^现有角色/)
      .getByRole('link', { name: '客服专员' })
      .waitFor();

    const refused = await grant(page, '客户服务部经理', '晋升');
    await refused.getByText(/依据 B-CRM-12/).waitFor();
    const sides = refused.getByRole('region', { name: '冲突的两项权限及其来源' });
    expect(await sides.getByRole('definition').allTextContents()).toEqual([
      '客户服务部经理拟授予',
      '客服专员已持有',
    ]);
    await button(refused, '取消').click();
    await refused.waitFor({ state: 'hidden' });
    expect(
      await panel(page, /^现有角色/)
        .getByRole('link')
        .allTextContents(),
    ).toEqual(['客服专员']);

    await button(page, '重置密码').click();
    const reset = page.getByRole('dialog');
    await button(reset, '重置密码').click();
    expect(await reset.getByLabel('临时密码', { exact: true }).inputValue()).toMatch(/^\S{12,}$/);
    await button(reset, '已记下，关闭').click();
    await reset.waitFor({ state: 'hidden' });

    await act(page, '撤销“客服专员”', '调离岗位');
    await panel(page, /^曾经与未来的角色/)
      .getByText('已撤销', { exact: true })
      .waitFor();
    await act(page, '停用', '已离职');
    await recordHeader(page).getByText('已停用').waitFor();
    const forbidden = page.getByRole('button', { name: /授予角色/ });
    expect(await forbidden.getAttribute('aria-disabled')).toBe('true');
    await forbidden.hover();
    await page.getByText('该人员已停用').waitFor();
    await context.close();
  });
});

describe('without a mouse, a person', () => {
  it('is found, given a role, refused another by its rule, and the role is taken back', async () => {
    const { context, page } = await asAdministrator();
    const mark = stamp();
    await visit(page, '/people/new');
    await tabTo(page, page.getByLabel('姓名', { exact: true }));
    await page.keyboard.type(`键盘${mark}`);
    await tabTo(page, page.getByLabel('登录账号', { exact: true }));
    await page.keyboard.type(`jian.${mark}`);
    await tabTo(page, button(page, '建立人员'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);

    const give = async (role: string) => {
      await tabTo(page, button(page, '授予角色'));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await tabTo(page, dialog.getByLabel('角色', { exact: true }));
      await page.keyboard.type(role);
      await page.locator('.ant-select-item-option-active', { hasText: role }).waitFor();
      await page.keyboard.press('Enter');
      await tabTo(page, dialog.getByLabel('理由', { exact: true }));
      await page.keyboard.type('岗位需要');
      await tabTo(page, button(dialog, '授予角色'));
      await page.keyboard.press('Enter');
      return dialog;
    };
    await (await give('客服专员')).waitFor({ state: 'hidden' });
    const refused = await give('客户服务部经理');
    await refused.getByText(/依据 B-CRM-12/).waitFor();
    await page.keyboard.press('Escape');
    await refused.waitFor({ state: 'hidden' });

    await tabTo(page, button(page, '撤销“客服专员”'));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel('理由', { exact: true }));
    await page.keyboard.type('试用期满未转正');
    await tabTo(page, button(dialog, '撤销“客服专员”'));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await panel(page, /^曾经与未来的角色/)
      .getByText('试用期满未转正')
      .waitFor();
    await context.close();
  });
});

describe('the organisation', () => {
  it('has a department set up below another, moved, and closed; one with people in it stays', async () => {
    const { context, page } = await asAdministrator();
    const mark = stamp().toUpperCase();
    await visit(page, '/departments');
    await page.getByRole('link', { name: '市场部', exact: true }).click();
    await button(page, '新建下级部门').click();
    await page.getByLabel('名称', { exact: true }).fill(`渠道部${mark}`);
    await page.getByLabel('代码', { exact: true }).fill(`QD-${mark}`);
    await button(page, '新建部门').click();
    await page.getByRole('heading', { name: `渠道部${mark}` }).waitFor();
    await page.getByRole('main').getByRole('link', { name: '市场部', exact: true }).waitFor();

    await button(page, '调整上级').click();
    const dialog = page.getByRole('dialog');
    await choose(page, dialog.getByLabel('上级部门', { exact: true }), '客户服务部');
    await button(dialog, '保存').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('main').getByRole('link', { name: '客户服务部', exact: true }).waitFor();
    await act(page, '撤销部门', '业务并入客户服务部');
    await recordHeader(page).getByText('已撤销', { exact: true }).waitFor();

    await page.getByRole('main').getByRole('link', { name: '客户服务部', exact: true }).click();
    await page.getByRole('heading', { name: '客户服务部', level: 1 }).waitFor();
    await button(page, '撤销部门').click();
    const refused = page.getByRole('dialog');
    await refused.getByLabel('理由', { exact: true }).fill('试探');
    await button(refused, '撤销部门').click();
    await refused
      .getByRole('alert')
      .getByText(/部门下尚有 \d+ 名人员/)
      .waitFor();
    await context.close();
  });

  it('has a role made of permissions with their scopes, and widened', async () => {
    const { context, page } = await asAdministrator();
    const mark = stamp().toUpperCase();
    await visit(page, '/roles/new');
    await page.getByLabel('名称', { exact: true }).fill(`阅览员${mark}`);
    await page.getByLabel('代码', { exact: true }).fill(`READER-${mark}`);
    await page.getByRole('checkbox', { name: /查看人员/ }).check();
    await button(page, '新建角色').click();
    await page.getByRole('heading', { name: `阅览员${mark}` }).waitFor();
    await panel(page, /^人员$/)
      .getByText('本人', { exact: true })
      .waitFor();

    await button(page, '编辑').click();
    await page.getByRole('combobox', { name: '“查看人员”的范围' }).click();
    await page.getByTitle('本部门及下级').click();
    await button(page, '保存').click();
    await panel(page, /^人员$/)
      .getByText('本部门及下级')
      .waitFor();
    await panel(page, /^现有持有人/)
      .getByText(/没有人持有此角色/)
      .waitFor();
    await context.close();
  });

  it('has a conflict of duties registered, shown in the matrix, and ended with a reason', async () => {
    const { context, page } = await asAdministrator();
    await visit(page, '/duty-conflicts/new');
    await choose(page, page.getByLabel('权限一', { exact: true }), '导入客户');
    await choose(page, page.getByLabel('权限二', { exact: true }), '设定制度参数');
    await page.getByLabel('理由', { exact: true }).fill('录入数据者不得改动考核参数');
    await choose(page, page.getByLabel('制度依据', { exact: true }), 'A-CLI-16');
    await page.keyboard.press('Escape');
    await button(page, '登记不相容职责').click();
    await page.getByRole('heading', { level: 1, name: '导入客户 ✕ 设定制度参数' }).waitFor();
    const address = page.url();
    await page.getByText(/依据 A-CLI-16/).waitFor();

    await visit(page, '/duty-conflicts/matrix');
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: /client\.import/ }) });
    await row.getByRole('link', { name: 'A-CLI-16' }).click();
    await page.waitForURL(address);
    await act(page, '终止', '改由系统校验');
    await recordHeader(page).getByText('已终止').waitFor();
    await visit(page, '/duty-conflicts/matrix');
    await page.getByRole('rowheader', { name: /role\.grant/ }).waitFor();
    expect(await page.getByRole('rowheader', { name: /client\.import/ }).count()).toBe(0);
    await context.close();
  });

  it('has a site opened, changed and closed', async () => {
    const { context, page } = await asAdministrator();
    const mark = stamp().toUpperCase();
    await visit(page, '/sites/new');
    await page.getByLabel('名称', { exact: true }).fill(`绵阳门店${mark}`);
    await page.getByLabel('代码', { exact: true }).fill(`MY-${mark}`);
    await button(page, '新建网点').click();
    await page.getByRole('heading', { name: `绵阳门店${mark}` }).waitFor();
    await button(page, '编辑').click();
    await page.getByLabel('地址', { exact: true }).fill('四川省绵阳市涪城区临园路 12 号');
    await button(page, '保存').click();
    await page.getByText('四川省绵阳市涪城区临园路 12 号').waitFor();
    await act(page, '停用网点', '租约到期');
    await recordHeader(page).getByText('已停用', { exact: true }).waitFor();
    await context.close();
  });
});
