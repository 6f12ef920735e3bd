import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newFile, openFile } from './archive';
import { browserOfFile, button, settle, visit } from './browser';
import { stamp } from './service';

const { openAs } = browserOfFile();

describe('a spreadsheet', () => {
  it('is checked without a trace, then its good rows become files and the bad one says why', async () => {
    const { context, page, complaints } = await openAs('信息管理员');
    const mark = stamp();
    const rows = [
      '客户名称,客户类型,所在地区',
      `成都甲${mark}有限公司,机构,四川省成都市`,
      `成都乙${mark}有限公司,机构,四川省绵阳市`,
      `坏行${mark},飞船,四川省`,
    ];
    await visit(page, '/clients');
    await page.getByRole('link', { name: '导入' }).or(button(page, '导入')).first().click();
    await page.waitForURL('**/clients/import');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button(page, '选择表格文件').click(),
    ]);
    const buffer = Buffer.from(rows.join('\r\n'));
    await chooser.setFiles({ name: '客户.csv', mimeType: 'text/csv', buffer });
    await page.getByText('只导入正确的行').click();
    await button(page, '检查，不导入').click();
    const bad = page.getByRole('row', { name: new RegExp(`坏行${mark}`) });
    await bad.getByText('B 列').waitFor();
    const run = button(page, '导入 2 行');
    await run.waitFor();
    const other = await context.newPage();
    await visit(other, `/clients?q=${mark}`);
    await other.getByText('没有符合条件的记录').waitFor();

    await run.click();
    await page.getByRole('link', { name: `成都甲${mark}有限公司` }).waitFor();
    await page.getByRole('link', { name: `成都乙${mark}有限公司` }).waitFor();
    await bad.getByText('有错误').waitFor();
    await visit(other, `/clients?q=${mark}`);
    await other.getByText('共 2 条').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('of the list arrives as XLSX, with the rows that the filters leave', async () => {
    const { context, page, complaints } = await openAs('信息管理员');
    const file = await newFile('导出');
    await visit(page, `/clients?q=${encodeURIComponent(file.name)}`);
    await button(page, '导出').click();
    const [arrived] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'XLSX' }).click(),
    ]);
    expect(arrived.suggestedFilename()).toMatch(/\.xlsx$/);
    const content = readFileSync(await arrived.path());
    // A ZIP archive that names the parts of a workbook.
    expect(content.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(content.includes('xl/workbook.xml')).toBe(true);

    await button(page, '导出').click();
    const [text] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    const lines = readFileSync(await text.path(), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(file.name);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('a view is saved with its filters and columns, used again from another page, and removed', async () => {
  const { context, page, complaints } = await openAs('信息管理员');
  const name = `绵阳潜在客户${stamp()}`;
  await newFile('视图', { region: '四川省绵阳市' });
  await visit(page, '/clients?state=POTENTIAL&region=%E5%9B%9B%E5%B7%9D%E7%9C%81%E7%BB%B5%E9%98%B3%E5%B8%82');
  const total = await page.getByText(/^共 [\d,]+ 条$/).textContent();
  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.getByRole('button', { name: '另存为视图' }).click();
  const dialog = page.getByRole('dialog', { name: '另存为视图' });
  await dialog.getByLabel('视图名称').fill(name);
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name }).waitFor();

  await visit(page, '/clients');
  await page.getByRole('button', { name: '视图', exact: true }).click();
  const view = page.locator('.zd-views-open', { hasText: name });
  // The count beside the view is what the list will say.
  await view.getByText(total?.replace(/\D/g, '') ?? '', { exact: true }).waitFor();
  await view.click();
  await page.waitForURL(/state=.*POTENTIAL/);
  await settle(page);
  expect(await page.getByText(/^共 [\d,]+ 条$/).textContent()).toBe(total);
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: `删除视图“${name}”` }).click();
  await view.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '视图', exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('the archive card goes to the printer on its own sheet, with a way back to the record', async () => {
  const { context, page, complaints } = await openAs('信息管理员');
  const file = await newFile('打印', { region: '四川省成都市' });
  await page.addInitScript(() => {
    Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) });
  });
  await openFile(page, file);
  await page.getByRole('link', { name: '打印档案卡' }).click();
  await page.getByRole('heading', { name: `客户档案卡：${file.name}` }).waitFor();
  await settle(page);
  await button(page, '打印').click();
  expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(1);

  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.zd-print-sheet');
  await sheet.getByText('四川省成都市').waitFor();
  expect(await sheet.getByText(file.number).first().isVisible()).toBe(true);
  // Nothing of the application around it is on the paper.
  for (const one of ['.zd-shell-header', '.zd-shell-sider', '.zd-print-tools']) {
    expect(await page.locator(one).first().isVisible(), one).toBe(false);
  }
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const sheets = paper.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? [];
  // A4 in points.
  expect(new Set(sheets.map((box) => box.replace(/\.\d+/g, '').replace(/\s+/g, ' ')))).toEqual(
    new Set(['/MediaBox [0 0 594 841]']),
  );
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: '返回档案' }).click();
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
