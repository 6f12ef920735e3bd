import { createFileRoute } from '@tanstack/react-router';
import { ProfilePage } from '@/features/session/public';

export const Route = createFileRoute('/_app/me/profile')({
  staticData: { page: 'profile' },
  component: ProfilePage,
});
