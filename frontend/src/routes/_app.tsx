import { createFileRoute, redirect } from '@tanstack/react-router';
import { Shell } from '@/app/shell/shell';
import { openSession } from '@/features/session/public';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    const session = await openSession();
    if (session.status === 'SIGNED_OUT') {
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
    }
    if (session.passwordChangeRequired) throw redirect({ to: '/change-password' });
  },
  component: Shell,
});
