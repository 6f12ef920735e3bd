import type { Locator, Page } from 'playwright-core';

const farthest = 120;

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((one) => one === document.activeElement);
}

/** Waits until the focus has come by itself. */
export async function focused(target: Locator): Promise<void> {
  await target.waitFor();
  await target.page().waitForFunction((one) => one === document.activeElement, await target.elementHandle());
}

/** Tab by Tab to what is looked for, as somebody without a mouse has to: it is there, and the order leads to it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step <= farthest; step += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${farthest} times Tab do not lead to ${target}`);
}

/** Opens the list of a choice that has the focus, and goes down to the option of this name. */
export async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await focused(field);
  await page.keyboard.press('ArrowDown');
  const active = page.locator('.ant-select-item-option-active');
  await active.waitFor();
  const options = await page.locator('.ant-select-item-option').allTextContents();
  for (let step = 0; step < options.length && (await active.textContent()) !== name; step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await field.page().locator('.ant-select-content', { hasText: name }).waitFor();
}

/**
 * Every place that Tab reaches, until it comes round. Faults: one that stands before its predecessor in
 * the document, and one that cannot be seen while it has the focus.
 */
export async function tabStops(page: Page): Promise<{ stops: number; faults: string[] }> {
  await page.evaluate(() => {
    const faults: string[] = [];
    const state = { stops: 0, faults, last: null as Element | null, done: false };
    Object.assign(window, { tabWalk: state });
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement) || state.done) return;
      const name = target.outerHTML.slice(0, 120);
      const { width, height } = target.getBoundingClientRect();
      if (state.last && state.last.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING)
        faults.push(`comes before what had the focus: ${name}`);
      if (width === 0 || height === 0) faults.push(`has no size: ${name}`);
      state.last = target;
      state.stops += 1;
    });
  });
  for (let step = 0; step < farthest; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) break;
  }
  return page.evaluate(() => {
    const { stops, faults } = (window as unknown as { tabWalk: { stops: number; faults: string[] } }).tabWalk;
    return { stops, faults };
  });
}
