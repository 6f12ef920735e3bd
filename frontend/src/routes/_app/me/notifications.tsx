import { createFileRoute } from '@tanstack/react-router';
import { NotificationSettingsPage } from '@/features/channels/public';

export const Route = createFileRoute('/_app/me/notifications')({
  staticData: { page: 'notificationSettings' },
  component: NotificationSettingsPage,
});
