import { createFileRoute } from '@tanstack/react-router';
import { SessionsPage } from '@/features/session/public';

export const Route = createFileRoute('/_app/me/sessions')({
  staticData: { page: 'sessions' },
  component: SessionsPage,
});
