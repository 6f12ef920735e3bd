import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { clientSearch, submissionSearch } from '@/features/clients/public';
import { loanSearch } from '@/features/loans/public';
import { instructionSearch } from '@/features/oversight/public';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, rights } from '@/shared/testing/service';
import { WorkbenchPage } from './workbench-page';

const lists = ['/clients', '/client-submissions', '/client-instructions', '/client-loans', '/notifications'];
const searches: Record<string, (raw: Record<string, unknown>) => object> = {
  '/clients': clientSearch,
  '/client-submissions': submissionSearch,
  '/client-instructions': instructionSearch,
  '/client-loans': loanSearch,
};

function signedInWith(permissions: string[]) {
  return fakeService({
    'GET /me': () => ({ body: { id: 'p1', name: '程涛', roles: [] } }),
    ...rights(...permissions),
    'GET /delegations': () => pageOf([]),
    // No two figures are the same: each says to which question it is the answer.
    ...Object.fromEntries(
      lists.map((path) => [`GET ${path}`, ({ query }) => pageOf([], { total: figureOf(path, query) })]),
    ),
  });
}

function figureOf(path: string, query: URLSearchParams): number {
  const text = `${path}?${[...query].map(([name, value]) => `${name}=${value}`).sort()}`;
  return [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 997, 7);
}

/** What the list behind this address asks the service, when it shows but one row. */
function questionOf(href: string): URLSearchParams {
  const { pathname, searchParams } = new URL(href, location.origin);
  const raw = Object.fromEntries([...searchParams].map(([name, value]) => [name, JSON.parse(quoted(value))]));
  const read = searches[pathname]?.(raw) ?? raw;
  const asked = Object.entries({ ...read, limit: 1, include_total: true });
  return new URLSearchParams(
    asked.flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  );
}
/** The router writes numbers and truth bare, and words too. */
const quoted = (value: string) => (/^(\d+|true|false)$/.test(value) ? value : JSON.stringify(value));

it.each([
  ['somebody who looks after clients', ['client.read', 'client.collect'], 7],
  ['those who keep the archive', ['client.read', 'client.verify', 'client.maintain'], 7],
  ['those who keep the loan cards', ['client-loan.manage'], 2],
  ['somebody without clients', [], 1],
])('for %s, each figure is what the list says that it opens', async (_, permissions, tiles) => {
  signedInWith(permissions);
  await renderPage(WorkbenchPage, { pages: lists });
  const tile = { name: /\d/ };
  await waitFor(() => expect(screen.getAllByRole('link', tile)).toHaveLength(tiles));
  const links = screen.getAllByRole('link', tile);
  for (const link of links) {
    const href = link.getAttribute('href') ?? '';
    const { pathname } = new URL(href, location.origin);
    await within(link).findByText(String(figureOf(pathname, questionOf(href))));
  }
});

it('what is counted as mine is open: what I handed in waits, what I was told to do is not done', async () => {
  const calls = signedInWith(['client.read', 'client.collect']);
  await renderPage(WorkbenchPage, { pages: lists });
  await screen.findByText('我的待受理提交');
  await screen.findByText('逾期督导意见');
  const asked = calls.filter(({ path }) => /submissions|instructions/.test(path));
  expect(asked.map(({ query }) => query.get('state'))).toEqual(['OPEN', 'OPEN', 'PENDING']);
});

it('what waits for my approval stands first, is counted by the inbox and opens it', async () => {
  const calls = fakeService({
    'GET /me': () => ({ body: { id: 'p1', name: '邓俊峰', roles: [] } }),
    ...rights('approval.read'),
    'GET /delegations': () => pageOf([]),
    'GET /notifications': () => pageOf([]),
    'GET /approval-tasks': () => pageOf([], { total: 4 }),
  });
  await renderPage(WorkbenchPage, { pages: ['/approvals', '/notifications'] });
  const tile = await screen.findByRole('link', { name: /待我审批\s*4/ });
  expect(tile).toHaveAttribute('href', '/approvals');
  expect(screen.getAllByRole('link', { name: /\d/ })[0]).toBe(tile);
  const asked = calls.find(({ path }) => path === '/approval-tasks')?.query;
  expect([...(asked ?? [])].map(([name]) => name).sort()).toEqual(['include_total', 'limit']);
});

it('what the rules make due is counted by the service, which also says what list each figure opens', async () => {
  const count = (figure: number, filter: string) => ({ count: figure, filter });
  const row = {
    id: 'o1',
    name: '客户档案核定',
    subject_kind: 'client',
    subject: { id: 'c1', name: '锦川机电' },
    due_on: '2099-12-31',
    state: 'OPEN',
    overdue: false,
  };
  const calls = fakeService({
    'GET /me': () => ({ body: { id: 'p1', name: '程涛', roles: [] } }),
    ...rights('obligation.read'),
    'GET /delegations': () => pageOf([]),
    'GET /notifications': () => pageOf([]),
    'GET /obligations': () => pageOf([row]),
    'GET /obligations/summary': () => ({
      body: {
        mine: count(12, 'whose=MINE'),
        mine_this_week: count(5, 'whose=MINE&due_to=2026-12-06'),
        mine_overdue: count(3, 'whose=MINE&overdue=true'),
        team: count(10000, 'whose=TEAM'),
        team_overdue: count(0, 'whose=TEAM&overdue=true'),
      },
    }),
  });
  await renderPage(WorkbenchPage, { pages: ['/obligations', '/notifications'] });
  const hrefOf = async (name: RegExp) =>
    (await screen.findByRole('link', { name })).getAttribute('href') ?? '';
  expect(await hrefOf(/我的待办事项\s*12/)).toBe('/obligations?whose=MINE');
  expect(await hrefOf(/本周到期\s*5/)).toBe('/obligations?whose=MINE&due_to=2026-12-06');
  expect(await hrefOf(/我的逾期事项\s*3/)).toBe('/obligations?whose=MINE&overdue=true');
  expect(await hrefOf(/团队待办事项\s*10,000\+/)).toBe('/obligations?whose=TEAM');
  expect(await hrefOf(/团队逾期事项\s*0/)).toBe('/obligations?whose=TEAM&overdue=true');
  const first = screen.getByRole('region', { name: '最先到期的待办事项' });
  expect(await within(first).findByRole('link', { name: '客户档案核定' })).toHaveAttribute(
    'href',
    '/obligations/o1',
  );
  const asked = calls.find(({ path }) => path === '/obligations')?.query;
  expect(Object.fromEntries(asked ?? [])).toEqual({ whose: 'MINE', sort: 'due_at', limit: '5' });
});

it.each([
  [1, 5],
  [2, 0],
])('whoever is in the company with %i people finds %i first steps', async (people, steps) => {
  const calls = fakeService({
    'GET /me': () => ({ body: { id: 'p1', name: '王立', roles: [] } }),
    ...rights('person.manage'),
    'GET /delegations': () => pageOf([]),
    'GET /notifications': () => pageOf([]),
    'GET /people': () => pageOf([], { total: people }),
  });
  await renderPage(WorkbenchPage);
  await waitFor(() => expect(calls.some(({ path }) => path === '/people')).toBe(true));
  await screen.findByRole('link', { name: /未读通知\s*0/ });
  const said = () => screen.queryAllByRole('listitem');
  await waitFor(() => expect(said()).toHaveLength(steps));
});
