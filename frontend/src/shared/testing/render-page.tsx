import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { App } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { UiProvider } from '@/shared/ui/theme/ui-provider';

type Options = {
  at?: string;
  validateSearch?: (raw: Record<string, unknown>) => object;
  /** Other pages of the application, for what asks whether they are there. */
  pages?: readonly string[];
  /** The pages of further kinds of records, by the kind. */
  records?: Record<string, string>;
};

/** Renders one component as a page of a small application, with the router and the cache it lives in. */
export async function renderPage(
  component: () => ReactNode,
  { at = '/', validateSearch, pages = [], records = {} }: Options = {},
) {
  const root = createRootRoute({
    component: () => (
      <Suspense>
        <App component={false}>
          <Outlet />
        </App>
      </Suspense>
    ),
  });
  const page = createRoute({ getParentRoute: () => root, path: '/', component, validateSearch });
  const record = createRoute({
    getParentRoute: () => root,
    path: '/records/$id',
    staticData: { record: 'client' },
    component: () => <p>record page</p>,
  });
  const rule = createRoute({
    getParentRoute: () => root,
    path: '/handbook/rules/$id',
    staticData: { record: 'rule' },
    component: () => <p>rule page</p>,
  });
  const others = pages.map((path) =>
    createRoute({ getParentRoute: () => root, path, component: () => <p>{path}</p> }),
  );
  const ofRecords = Object.entries(records).map(([kind, path]) =>
    createRoute({
      getParentRoute: () => root,
      path,
      staticData: { record: kind },
      component: () => <p>{path}</p>,
    }),
  );
  const router = createRouter({
    routeTree: root.addChildren([page, record, rule, ...others, ...ofRecords]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await router.load();
  render(
    <QueryClientProvider client={client}>
      <UiProvider>
        <RouterProvider router={router as never} />
      </UiProvider>
    </QueryClientProvider>,
  );
  return { router, client };
}
