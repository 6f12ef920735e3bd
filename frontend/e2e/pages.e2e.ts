import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserOfFile, visit } from './browser';
import { addressOf, allRoutes, pagesByRole, pagesOutside, routeOf } from './inventory';
import { type Caller, callAs } from './service';
import { desk, faultsOf } from './soundness';

const { openAs } = browserOfFile();

const nameOf = (page: string) =>
  page
    .replace(/[/?=]+/g, '-')
    .replace(/\$$/, 'no-such-page')
    .replace('$', '')
    .slice(1) || 'workbench';

it('every route of the application is among the pages that are looked at', () => {
  const looked = new Set([...pagesOutside, ...Object.values(pagesByRole).flat()].map(routeOf));
  // It sees the pages around the application too.
  expect(allRoutes()).toEqual(expect.arrayContaining(pagesOutside));
  expect(allRoutes().filter((route) => !looked.has(route))).toEqual([]);
});

describe.each(Object.entries(pagesByRole))('%s', (role, pages) => {
  let opened: Awaited<ReturnType<typeof openAs>>;
  let caller: Caller;
  beforeAll(async () => {
    caller = await callAs(role);
    opened = await openAs(role);
  });
  afterAll(() => opened.context.close());

  it.each(pages)('finds %s sound: for axe, for the width of the screen, for the browser', async (page) => {
    opened.complaints.length = 0;
    await desk(opened.page);
    await visit(opened.page, await addressOf(page, caller));
    const faults = await faultsOf(opened.page, nameOf(page));
    expect([...faults, ...opened.complaints]).toEqual([]);
  });
});
