import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { endSession, startSession } from '@/shared/api/session';
import { fakeService, pageOf, rights } from '@/shared/testing/service';
import { UiProvider } from '@/shared/ui/theme/ui-provider';
import { queryClient } from './query-client';
import { router as application } from './router';

/** The routes of the application at an address of their own. */
function open(address: string) {
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ ...application.options, history });
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider>
        <RouterProvider router={router} />
      </UiProvider>
    </QueryClientProvider>,
  );
  return router;
}

beforeEach(() => {
  queryClient.clear();
  fakeService({
    ...rights('client.read'),
    'GET /me': () => ({ body: { id: 'p1', name: '周敏' } }),
    'GET /me/secrecy-undertaking': () => ({ body: { required: false } }),
    'GET /notifications': () => pageOf([]),
  });
});

it.each(['/no-such-page', '/clients/c1/no/such', '/problems/A/B'])(
  'a wrong address keeps who is signed in inside the shell: %s',
  async (address) => {
    startSession({ access_token: 'a', password_change_required: false } as never);
    open(address);
    const main = await screen.findByRole('main');
    expect(
      await within(main).findByRole('heading', { level: 1, name: '没有找到此页面' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('navigation', { name: '导航' })).toBeInTheDocument();
    expect(screen.getAllByRole('main')).toHaveLength(1);
    expect(document.title).toBe('没有找到此页面 · 制度');
  },
);

it('a wrong address is told to who is not signed in on the card of the entrance', async () => {
  endSession();
  const router = open('/no-such-page');
  expect(await screen.findByRole('heading', { level: 1, name: '没有找到此页面' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'English' })).toBeVisible();
  expect(screen.queryByRole('navigation', { name: '导航' })).toBeNull();
  expect(router.state.location.pathname).toBe('/no-such-page');
});

it('a page that needs somebody signed in still asks for the sign-in, and comes back', async () => {
  endSession();
  const router = open('/audit');
  expect(await screen.findByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  expect(router.state.location.search).toEqual({ to: '/audit' });
});
