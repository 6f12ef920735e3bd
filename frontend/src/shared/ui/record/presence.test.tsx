import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { type Call, fakeService } from '@/shared/testing/service';
import { type Doing, type Present, usePresence } from './presence';
import { PresenceRow, WritingNotice } from './presence-row';

vi.mock('@/shared/api/session', async (load) => ({
  ...(await load<typeof import('@/shared/api/session')>()),
  currentAccessToken: () => 'token',
}));

const present = (name: string, doing: Doing): Present => ({
  person: { id: name, name },
  doing,
  since: '2026-11-25T01:00:00Z',
});
let others: Present[] = [];
let calls: Call[] = [];

function Page({ doing }: { doing: Doing }) {
  const people = usePresence({ kind: 'client', id: 'c1' }, doing);
  return (
    <>
      <PresenceRow people={people} />
      <WritingNotice people={people} />
    </>
  );
}

/** The record page, its form, and somewhere else, as the router changes between them. */
let go: (to: Doing | null) => void;
function Site() {
  const [at, setAt] = useState<Doing | null>('VIEWING');
  go = (to) => act(() => setAt(to));
  return at ? <Page key={at} doing={at} /> : <p>elsewhere</p>;
}

const said = () =>
  calls.map(({ method, body }) => (method === 'PUT' ? Reflect.get(body as object, 'doing') : 'GONE'));
const look = (state: 'visible' | 'hidden') =>
  act(() => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });

beforeEach(async () => {
  others = [present('王芳', 'VIEWING')];
  calls = fakeService({
    'PUT /presence/client/c1': () => ({ body: { items: others, again_after_s: 15 } }),
    'DELETE /presence/client/c1': () => ({ status: 204 }),
  });
  vi.useFakeTimers({
    toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
    shouldAdvanceTime: true,
  });
  await renderPage(Site);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('names who else is there, those who write first, and nobody where nobody is', async () => {
  expect(await screen.findByText('王芳 正在查看')).toBeVisible();
  others = [...others, present('陈晓明', 'EDITING'), present('Li', 'VIEWING'), present('周敏', 'VIEWING')];
  await act(() => vi.advanceTimersByTimeAsync(15_000));
  const row = await screen.findByRole('list', { name: '同时打开此记录的人' });
  await waitFor(() => expect(row.firstElementChild).toHaveTextContent('陈晓明 正在编辑'));
  expect(row.lastElementChild).toHaveTextContent('+1周敏 正在查看');
  others = [];
  await act(() => vi.advanceTimersByTimeAsync(15_000));
  await waitFor(() => expect(screen.queryByRole('list')).toBeNull());
});

it('says it again as often as it is asked to, and not while nobody looks at the tab', async () => {
  await screen.findByText('王芳 正在查看');
  expect(said()).toEqual(['VIEWING']);
  await act(() => vi.advanceTimersByTimeAsync(15_000));
  expect(said()).toEqual(['VIEWING', 'VIEWING']);
  look('hidden');
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(said()).toHaveLength(2);
  look('visible');
  await waitFor(() => expect(said()).toHaveLength(3));
});

it('goes from the page to its form without leaving, and leaves once when it goes elsewhere', async () => {
  await screen.findByText('王芳 正在查看');
  go('EDITING');
  await waitFor(() => expect(said()).toEqual(['VIEWING', 'EDITING']));
  go(null);
  await waitFor(() => expect(said()).toEqual(['VIEWING', 'EDITING', 'GONE']));
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(said()).toHaveLength(3);
});

it('leaves when the tab is closed', async () => {
  await screen.findByText('王芳 正在查看');
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(() => expect(said()).toEqual(['VIEWING', 'GONE']));
});

it('where somebody else writes, says what saving will do', async () => {
  others = [present('陈晓明', 'EDITING')];
  go('EDITING');
  expect(await screen.findByText(/陈晓明也在编辑此档案/)).toBeVisible();
});
