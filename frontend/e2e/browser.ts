import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { demoAccount, service } from './service';

function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** A page that remembers what the browser complained about: script errors and breaches of the security policy. */
async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Without it axe may meet a dialog half faded in, and find its colours too weak.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    // "No session" before sign-in and "no draft" under a form are answers that the browser logs by itself.
    const isAnswer = /\/api\/v1\/(auth\/refresh|drafts\/)/.test(url);
    if (message.type() === 'error' && !isAnswer) complaints.push(`${message.text()} (${url})`);
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

/** One browser for all the tests of a file. */
export function browserOfFile() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  return {
    openPage: (options?: BrowserContextOptions) => openPage(browser, options),
    /** A page of somebody of this role, signed in. */
    openAs: async (role: string, options?: BrowserContextOptions) => {
      const { login, password } = await demoAccount(role);
      const opened = await openPage(browser, options);
      await signIn(opened.page, login, password);
      return opened;
    },
  };
}

/** The button of exactly this name, on a page or in a part of one. */
export const button = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true });

/** What stands above a record: its name, how it stands, what may be done. */
export const recordHeader = (page: Page) => page.locator('.zd-record-header');

/** Waits for what the page itself says: it has a heading, and nothing in it is still loading. */
export async function settle(page: Page): Promise<void> {
  await page.waitForSelector('h1', { state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .zd-loading'));
  // Two frames: what the last answer changed has been drawn.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${service}${path}`);
  await settle(page);
}
