import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { sessionState, subscribeSession } from '@/shared/api/session';
import { Loading } from '@/shared/ui/feedback/loading';
import { queryClient } from './query-client';
import { routeTree } from './route-tree.gen';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: Loading,
  defaultErrorComponent: lazyRouteComponent(() => import('./page-error')),
  defaultNotFoundComponent: lazyRouteComponent(() => import('./not-found-page')),
  scrollRestoration: true,
});

subscribeSession(() => {
  if (sessionState().status !== 'SIGNED_OUT') return;
  // What one person has read must not be there for the next one at the same desk.
  queryClient.clear();
  router.invalidate();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
