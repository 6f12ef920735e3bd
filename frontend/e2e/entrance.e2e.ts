import { describe, expect, it } from 'vitest';
import { browserOfFile, settle, visit } from './browser';
import { languageFaults } from './language';
import { callAs, service, stamp } from './service';
import { faultsOf } from './soundness';

const { openPage } = browserOfFile();

/** Those who look at these pages have no session: the browser logs that by itself. */
const own = (complaints: string[], status: RegExp) => complaints.filter((one) => !status.test(one));

describe('outside the application', () => {
  it.each([
    ['/sign-in', '登录', 'sign-in'],
    ['/setup', '创建首位管理员', 'setup-without-link'],
    ['/setup#token=0123', '创建首位管理员', 'setup'],
    ['/no-such-page', '没有找到此页面', 'unknown-address'],
    ['/problems/CLIENT_BASIC_INCOMPLETE', '基本档案不完整，缺少：…', 'problem'],
    ['/problems/NO_SUCH_CODE', '没有这个代码', 'problem-unknown'],
  ])('%s is sound, and names itself in the title of the window', async (path, title, name) => {
    const { context, page, complaints } = await openPage();
    await visit(page, path);
    expect((await page.locator('h1').textContent())?.trim()).toContain(title);
    expect(await page.title()).toContain(title);
    expect([...(await faultsOf(page, name)), ...complaints]).toEqual([]);
    await context.close();
  });

  it('a link of the first start that was used up is refused in words', async () => {
    const { context, page, complaints } = await openPage();
    await visit(page, '/setup#token=0123');
    await page.getByLabel('姓名').fill('林志远');
    await page.getByLabel('账号').fill('linzhiyuan');
    await page.getByLabel('新密码', { exact: true }).fill('a long and quiet river');
    await page.getByLabel('再次输入新密码').fill('a long and quiet river');
    await page.getByRole('button', { name: '创建并登录' }).click();
    await page.getByRole('alert').waitFor();
    expect([...(await faultsOf(page, 'setup-refused')), ...own(complaints, /auth\/setup/)]).toEqual([]);
    await context.close();
  });

  it('a password that another has set must be changed, and then the work begins', async () => {
    const login = `nw${stamp()}`;
    const administrator = await callAs('系统管理员');
    const departments = await administrator.get<{ items: { id: string }[] }>('/departments');
    const department_id = departments.items[0]?.id;
    type Made = { id: string; version: number };
    const person = await administrator.post<Made>('/people', {
      name: '牛文',
      login,

      department_id,
    });
    const { temporary_password } = await administrator.post<{ temporary_password: string }>(
      `/people/${person.id}/actions/reset-password`,
      {},
      person.version,
    );
    const { context, page, complaints } = await openPage();
    await page.goto(`${service}/sign-in`);
    await page.getByLabel('账号', { exact: true }).fill(login);
    await page.getByLabel('密码', { exact: true }).fill(temporary_password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL('**/change-password');
    await settle(page);
    expect(await page.title()).toContain('请先设置新密码');
    expect(await faultsOf(page, 'change-password')).toEqual([]);
    // There is no way past it.
    await visit(page, '/me/profile');
    await page.waitForURL('**/change-password');
    await page.getByLabel('当前密码').fill(temporary_password);
    await page.getByLabel('新密码', { exact: true }).fill('a long and quiet river');
    await page.getByLabel('再次输入新密码').fill('a long and quiet river');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('heading', { level: 1, name: /您好/ }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it.each(['zh-TW', 'en'] as const)(
  'a code is explained in %s, wherever the reader comes from',
  async (locale) => {
    const { context, page } = await openPage({ locale });
    await visit(page, '/problems/CLIENT_OWNER_WITHOUT_ACCESS');
    await page.getByText('CLIENT_OWNER_WITHOUT_ACCESS').waitFor();
    expect(await languageFaults(page, locale)).toEqual([]);
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.getByRole('heading', { name: /所选负责人无权查看该档案/ }).waitFor();
    await context.close();
  },
);
