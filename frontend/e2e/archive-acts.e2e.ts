import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newFile, openFile, pick } from './archive';
import { browserOfFile, button, recordHeader, visit } from './browser';
import { stamp } from './service';

const { openAs } = browserOfFile();

describe('a file', () => {
  it('is handed over: the new owner is told, and the record keeps from whom to whom and why', async () => {
    const { context, page, complaints } = await openAs('客户信息主管');
    const file = await newFile('移交');
    const reason = `片区调整${stamp()}`;
    await openFile(page, file);
    await recordHeader(page).getByText('负责人：姜思涵').waitFor();
    await button(page, '移交').click();
    const dialog = page.getByRole('dialog');
    await pick(page, '新负责人', '杜欣怡', /^杜欣怡/);
    await dialog.getByLabel('理由').fill(reason);
    await button(dialog, '移交').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(page).getByText('负责人：杜欣怡').waitFor();
    await page.getByRole('link', { name: '核定与移交' }).click();
    await page.getByText(reason).waitFor();
    await page.getByText('姜思涵 → 杜欣怡').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is classified for a term, and its level, reader and time lie across screen and paper', async () => {
    const { context, page, complaints } = await openAs('客户信息主管');
    const file = await newFile('定密');
    const mark = page.locator('.zd-watermark span').first();
    await openFile(page, file);
    await recordHeader(page).getByText('秘密', { exact: true }).waitFor();
    expect(await mark.count()).toBe(0);
    await button(page, '定密级').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('按业务往来建议定为：秘密').waitFor();
    await dialog.getByRole('combobox', { name: '密级' }).click();
    await page.locator('.ant-select-item-option').getByText('机密', { exact: true }).click();
    await dialog.getByLabel('保密期限至').fill('2031-12-31');
    await dialog.getByLabel('理由').fill('涉及重要业务往来');
    await button(dialog, '定密级').click();
    await dialog.waitFor({ state: 'hidden' });
    await recordHeader(page).getByText('机密', { exact: true }).waitFor();
    await page.getByRole('complementary').getByText('2031-12-31').waitFor();
    expect(await mark.getAttribute('data-mark')).toMatch(/^机密 · 沈慧敏 · 20\d\d-/);
    // It lies above everything and takes no click.
    await page.getByRole('link', { name: '核定与移交' }).click();
    await page.getByRole('link', { name: '打印档案卡' }).click();
    await page.getByText(/密级：机密，保密期限至 2031-12-31/).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await mark.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes in its double after both were compared, and the address of the double leads to it', async () => {
    const { context, page, complaints } = await openAs('客户信息主管');
    const kept = await newFile('留存', { region: '四川省成都市' });
    const double = await newFile('并入', { region: '四川省绵阳市', address: '涪城区临园路 12 号' });
    await openFile(page, kept);
    await button(page, '合并其他档案').click();
    const dialog = page.getByRole('dialog');
    await pick(page, '要并入的档案', double.name, double.name);
    const region = dialog.getByRole('row', { name: /所在地区/ });
    await region.getByText('四川省成都市').waitFor();
    await region.getByText('四川省绵阳市').waitFor();
    await dialog.getByLabel('理由').fill('同一客户两次建档');
    await button(dialog, '合并其他档案').click();
    await dialog.waitFor({ state: 'hidden' });
    // What this file said stays; what it did not say comes from the other.
    await page.getByText('涪城区临园路 12 号').waitFor();
    await page.getByText('四川省成都市').waitFor();

    await openFile(page, double);
    await recordHeader(page).getByText('已合并').waitFor();
    await page.getByRole('link', { name: /已并入另一份档案/ }).click();
    await page.getByRole('heading', { level: 1, name: kept.name }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes a paper, gives it back byte for byte, and keeps a withdrawn one to be looked up', async () => {
    const { context, page, complaints } = await openAs('信息管理员');
    const file = await newFile('附件');
    const content = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    await openFile(page, file, 'attachments');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, '选择文件').click()]);
    await chooser.setFiles({ name: '2026 报价单.pdf', mimeType: 'application/pdf', buffer: content });
    await page.getByRole('textbox', { name: '说明' }).fill('含税，有效期三十天');
    await button(page, '归档文件').click();
    await page.getByRole('heading', { name: /2026 报价单\.pdf/ }).waitFor();
    await page.getByText('含税，有效期三十天').waitFor();
    // Ready for the next paper, and not for the same one again.
    await button(page, '选择文件').waitFor();

    const [arrived] = await Promise.all([page.waitForEvent('download'), button(page, '下载').click()]);
    expect(arrived.suggestedFilename()).toBe('2026 报价单.pdf');
    expect(readFileSync(await arrived.path()).equals(content)).toBe(true);

    await button(page, '撤回').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('传错版本');
    await button(dialog, '撤回').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('还没有记录').waitFor();
    await page.getByRole('checkbox', { name: '显示已撤回的' }).check();
    await page.getByText(/由 姜思涵 移除，理由：传错版本/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('carries a word to a colleague: who is mentioned is told at once, and led to it', async () => {
    const keeper = await openAs('信息管理员');
    const agent = await openAs('客服专员');
    const file = await newFile('提及');
    const words = `请在周五前回访${stamp()}`;
    await visit(agent.page, '/notifications?unread=true');
    await openFile(keeper.page, file, 'timeline');
    await keeper.page.getByLabel('写给同事的话').fill(words);
    await pick(keeper.page, '提及同事（姓名、拼音或工号）', 'lwj', '吕文静');
    await button(keeper.page, '发表评论').click();
    await keeper.page.locator('.zd-timeline').getByText('@吕文静').waitFor();

    const row = agent.page.getByRole('row', { name: new RegExp(file.name) });
    await row.getByText('未读').waitFor();
    await row.getByRole('link', { name: '有人在评论中提到了您' }).click();
    await agent.page.getByRole('heading', { level: 1, name: file.name }).waitFor();
    await agent.page.getByRole('link', { name: '时间线' }).click();
    await agent.page.locator('.zd-timeline').getByText(words).waitFor();
    // Who followed it has read it.
    await visit(agent.page, '/notifications');
    await row.getByText('已读').waitFor();
    expect([...keeper.complaints, ...agent.complaints]).toEqual([]);
    await keeper.context.close();
    await agent.context.close();
  });
});

it('several files are acted on at once: what would become of each, then what became of it', async () => {
  const { context, page, complaints } = await openAs('信息管理员');
  const word = `批量${stamp()}`;
  const files = [await newFile(word), await newFile(word)];
  await visit(page, `/clients?q=${encodeURIComponent(word)}`);
  for (const { name } of files) {
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('checkbox')
      .check();
  }
  await page.getByText('已选 2 条').waitFor();
  await button(page, '批量核定').click();
  const dialog = page.getByRole('dialog');
  // A discrepancy may be recorded of any file: a file in order is not needed for it.
  await dialog.getByRole('combobox', { name: '核定结果' }).click();
  await page.getByTitle('存在差异').click();
  await dialog.getByLabel('说明').fill('电话已停用，待核实');
  await button(dialog, '批量核定').or(button(dialog, '预览结果')).first().click();
  await dialog.getByRole('heading', { name: '预览：逐份判断，尚未改动' }).waitFor();
  for (const { name } of files) {
    await dialog
      .getByRole('row', { name: new RegExp(name) })
      .getByText('可以执行')
      .waitFor();
  }
  await button(dialog, '确认执行').click();
  await dialog.getByRole('heading', { name: '执行结果' }).waitFor();
  for (const { name } of files) {
    await dialog
      .getByRole('row', { name: new RegExp(name) })
      .getByText('已完成')
      .waitFor();
  }
  await dialog.getByRole('link', { name: files[0]?.name ?? '' }).click();
  await page.getByRole('heading', { level: 1, name: files[0]?.name ?? '' }).waitFor();
  await page.getByRole('link', { name: '核定与移交' }).click();
  await page.getByText('电话已停用，待核实').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
