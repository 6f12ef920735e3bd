import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { settle } from './browser';

type Look = { scheme: 'light' | 'dark'; width: number; height: number };

/** In this order each step changes one thing, and no page is loaded twice. */
const looks: Look[] = [
  { scheme: 'light', width: 1280, height: 800 },
  { scheme: 'dark', width: 1280, height: 800 },
  { scheme: 'dark', width: 360, height: 740 },
  { scheme: 'light', width: 360, height: 740 },
];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that the other theme can break; all else is the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds against WCAG 2.2 AA, a line for each rule broken. */
export async function accessibilityFaults(page: Page, rules?: string[]): Promise<string[]> {
  // There are no frames: the legacy mode spares a second page for each run.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze();
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
    return `${id} (${nodes.length}): ${places.join(' | ')}`;
  });
}

/** What makes the page wider than the screen, by name; empty when nothing does. */
export function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > window.innerWidth + 1,
    );
    const names = wide.slice(-3).map((one) => one.outerHTML.slice(0, 120));
    return [`${scrollWidth} px wide on ${window.innerWidth} px: ${names.join(' | ')}`];
  });
}

async function take(page: Page, { scheme, width, height }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForSelector(`:root[data-theme="${scheme}"]`);
  await settle(page);
}

/** Kept as artefacts when a folder is named. */
async function keepScreenshot(page: Page, name: string, { scheme, width }: Look): Promise<void> {
  const folder = process.env.ZHIDU_ARTEFACTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}-${scheme}-${width}.png` });
}

/** Every fault of the page as it stands, in both themes, on a desk and on a phone. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const look of looks) {
    await take(page, look);
    await keepScreenshot(page, name, look);
    const rules = look.scheme === 'dark' ? colourRules : undefined;
    const found = [...(await accessibilityFaults(page, rules)), ...(await sidewaysFaults(page))];
    faults.push(...found.map((fault) => `${look.scheme}, ${look.width} px: ${fault}`));
  }
  return faults;
}

/** The first look again, for the next page. */
export async function desk(page: Page): Promise<void> {
  const [first] = looks;
  if (!first) return;
  await page.setViewportSize({ width: first.width, height: first.height });
  await page.emulateMedia({ colorScheme: first.scheme });
}
