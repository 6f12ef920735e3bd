import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityFaults,
  close,
  demoAccount,
  keepScreenshot,
  openPage,
  screens,
  service,
  sidewaysScroll,
  signIn,
  startBrowser,
} from './browser';

/** Every page without parameters; a new page is added here and is held to all of it. */
const pages = [
  '/',
  '/clients',
  '/clients/new',
  '/clients/import',
  '/client-submissions',
  '/client-submissions/new',
  '/client-reports',
  '/client-reports/kept',
  '/handbook/rules',
  '/handbook/parameters',
  '/calendar',
  '/calendar/2026-10-01',
  '/calendar/week-pattern',
  '/calendar/deadline',
  '/calendar/import',
  '/delegations',
  '/delegations/new',
  '/api-keys',
  '/api-keys/new',
  '/jobs',
  '/audit',
  '/notifications',
  '/me/profile',
  '/me/sessions',
  '/no-such-page',
];

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(screens)('in $scheme at $width px', (screen) => {
  it('the sign-in page is sound', async () => {
    const { context, page, complaints } = await openPage(browser, screen);
    await page.goto(`${service}/sign-in`);
    await page.waitForSelector('form');
    await keepScreenshot(page, 'sign-in', screen);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(complaints).toEqual([]);
    await close(context);
  });

  it('every page is sound: no fault for axe, no sideways scroll, no complaint of the browser', async () => {
    const { login, password } = await demoAccount();
    const { context, page, complaints } = await openPage(browser, screen);
    await signIn(page, login, password);
    for (const path of pages) {
      await page.goto(`${service}${path}`);
      await page.waitForSelector('h1', { state: 'attached' });
      await page.waitForSelector('[aria-busy="true"]', { state: 'detached' });
      await keepScreenshot(page, path.replaceAll('/', '-').slice(1) || 'workbench', screen);
      expect(await accessibilityFaults(page), path).toEqual([]);
      expect(await sidewaysScroll(page), path).toBe(0);
    }
    expect(complaints).toEqual([]);
    await close(context);
  });
});

describe('without a mouse', () => {
  it('a person signs in, finds a page by the palette and signs out', async () => {
    const [screen] = screens;
    if (!screen) throw new Error('no screen to test on');
    const { login, password } = await demoAccount();
    const { context, page } = await openPage(browser, screen);
    await page.goto(service);
    await page.waitForSelector('form');
    await page.keyboard.type(login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#main h1');
    await page.keyboard.press('Control+k');
    await page.waitForSelector('[role="combobox"][cmdk-input]');
    await page.keyboard.type('/me/sessions');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/me/sessions');
    await page.focus('.zd-user');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').last().waitFor();
    await page.getByRole('menuitem').last().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in');
    await close(context);
  });
});
