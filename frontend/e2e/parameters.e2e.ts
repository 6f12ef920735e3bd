import { describe, expect, it } from 'vitest';
import { browserOfFile, settle } from './browser';
import { service, stamp } from './service';
import { accessibilityFaults, sidewaysFaults } from './soundness';

const { openAs } = browserOfFile();

const PARAMETER = `${service}/handbook/parameters/clients.verification_months`;
/** Far away: the figures that the other tests rely on stay as they are. */
const FROM = '2036-01-01';

describe('a parameter of the handbook', () => {
  it('is set with its reason from a day on, stands in the history, and names its rules', async () => {
    const { context, page, complaints } = await openAs('总经理');
    const reason = `总经理办公会决定每两个月核定一次 ${stamp()}`;
    await page.goto(`${service}/handbook/parameters`);
    await page.getByRole('link', { name: '客户档案核定周期' }).first().click();
    await page.getByRole('heading', { name: '客户档案核定周期' }).waitFor();
    await page.getByText('A-CLI-10').first().waitFor();
    await page.getByRole('button', { name: '设定新值' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton', { name: '新值' }).fill('2');
    await dialog.getByLabel('生效日期').fill(FROM);
    await dialog.getByLabel('生效日期').press('Enter');
    await dialog.getByLabel('理由').fill(reason);
    await dialog.getByRole('button', { name: '设定新值' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // The figure in force is the handbook's still: the new one waits for its day.
    const decided = page.getByRole('listitem').filter({ hasText: reason });
    await decided.getByText('待生效', { exact: true }).waitFor();
    await settle(page);
    expect([...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))]).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is not set without a reason, and the form says at which field', async () => {
    const { context, page } = await openAs('总经理');
    await page.goto(PARAMETER);
    await page.getByRole('button', { name: '设定新值' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton', { name: '新值' }).fill('6');
    await dialog.getByRole('button', { name: '设定新值' }).click();
    await dialog.locator('.ant-form-item-has-error').filter({ hasText: '理由' }).waitFor();
    await context.close();
  });

  it('is read by everybody, and who may not set it is told why', async () => {
    const { context, page } = await openAs('业务员');
    await page.goto(PARAMETER);
    const set = page.getByRole('button', { name: '设定新值' });
    await set.focus();
    await page.keyboard.press('Enter');
    await page.getByText('目前不能执行').waitFor();
    await context.close();
  });
});
