import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The running service with the built application in it; `make e2e` starts one and says where. */
export const service = process.env.ZHIDU_SERVICE ?? 'http://127.0.0.1:8080';

export type Screen = { scheme: 'light' | 'dark'; width: number; height: number };
export const screens: Screen[] = [
  { scheme: 'light', width: 1280, height: 800 },
  { scheme: 'dark', width: 1280, height: 800 },
  { scheme: 'light', width: 360, height: 740 },
  { scheme: 'dark', width: 360, height: 740 },
];

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** A page that remembers what the browser complained about: script errors and breaches of the security policy. */
export async function openPage(browser: Browser, { scheme, width, height }: Screen) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // "No session" before sign-in and "no draft" under a form are answers that the browser logs by itself.
    const isAnswer = message.text().includes('401') || message.location().url.includes('/api/v1/drafts/');
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
  });
  return { context, page, complaints };
}

export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto(`${service}/sign-in`);
  await page.fill('input[autocomplete="username"]', login);
  await page.fill('input[autocomplete="current-password"]', password);
  await page.click('button[type="submit"]');
  await page.waitForSelector('#main h1');
}

type DemoAccount = { login: string; password: string; role: string };

export async function demoAccounts(): Promise<DemoAccount[]> {
  const answer = await fetch(`${service}/api/v1/system/info`);
  const { demo_accounts } = (await answer.json()) as { demo_accounts?: DemoAccount[] };
  return demo_accounts ?? [];
}

/** The first demo account the service offers. */
export async function demoAccount(): Promise<DemoAccount> {
  const [account] = await demoAccounts();
  if (!account) throw new Error(`${service} offers no demo account: start it in demo mode`);
  return account;
}

/** What axe finds against WCAG 2.2 AA, a line for each rule broken. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** Kept as artefacts when a folder is named. */
export async function keepScreenshot(page: Page, name: string, { scheme, width }: Screen): Promise<void> {
  const folder = process.env.ZHIDU_ARTEFACTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}-${scheme}-${width}.png` });
}

export async function close(context: BrowserContext): Promise<void> {
  await context.close();
}
