import { createFileRoute, notFound, redirect, rootRouteId } from '@tanstack/react-router';
import { Shell } from '@/app/shell/shell';
import { openSession } from '@/features/session/public';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location, matches }) => {
    const session = await openSession();
    if (session.status === 'SIGNED_OUT') {
      // No page stands behind a wrong address: signing in would lead nowhere.
      if (matches.at(-1)?.routeId === '/_app/$') throw notFound({ routeId: rootRouteId });
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
    }
    if (session.passwordChangeRequired) throw redirect({ to: '/change-password' });
  },
  component: Shell,
});
