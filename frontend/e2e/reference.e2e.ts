import { expect, it } from 'vitest';
import { browserOfFile } from './browser';
import { service } from './service';

const { openPage } = browserOfFile();

it('the reference page shows every operation and asks nobody outside', async () => {
  const { context, page, complaints } = await openPage();
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  await page.goto(`${service}/api/docs`);
  expect(page.url()).toBe(`${service}/api/docs/`);
  const contract = (await (await fetch(`${service}/api/openapi.json`)).json()) as { tags: unknown[] };
  await expect
    .poll(() => page.locator('.opblock-tag').count(), { timeout: 30_000 })
    .toBe(contract.tags.length);
  await page.locator('#operations-tag-clients, [data-tag="clients"]').first().click();
  await page.locator('.opblock-summary-path').first().waitFor();
  expect([...asked].filter((origin) => origin !== service && origin !== 'null')).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
