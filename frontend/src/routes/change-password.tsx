import { createFileRoute, redirect } from '@tanstack/react-router';
import { ForcedPasswordPage, openSession } from '@/features/session/public';

export const Route = createFileRoute('/change-password')({
  beforeLoad: async () => {
    const session = await openSession();
    if (session.status === 'SIGNED_OUT') throw redirect({ to: '/sign-in' });
    if (!session.passwordChangeRequired) throw redirect({ to: '/' });
  },
  component: ForcedPasswordPage,
});
