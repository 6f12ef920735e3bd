import type { Page } from 'playwright-core';
import { visit } from './browser';
import { callAs, stamp } from './service';

export type File = { id: string; number: string; name: string; version: number };

/** A file of its own for a story, kept by the information administrator. */
export async function newFile(word: string, more: Record<string, unknown> = {}): Promise<File> {
  const keeper = await callAs('信息管理员');
  return keeper.post<File>('/clients', {
    kind: 'INSTITUTION',
    name: `成都${word}${stamp()}有限公司`,
    ...more,
  });
}

export const openFile = (page: Page, { id }: { id: string }, tab = 'archive') =>
  visit(page, `/clients/${id}?tab=${tab}`);

/** Finds somebody, or something, by typing, and takes it with the mouse. */
export async function pick(page: Page, label: string, typed: string, title: string | RegExp = typed) {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.locator('.ant-select-item-option').getByText(title).click();
}
