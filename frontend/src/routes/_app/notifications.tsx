import { createFileRoute } from '@tanstack/react-router';
import { NotificationsPage, notificationSearch } from '@/features/notifications/public';

export const Route = createFileRoute('/_app/notifications')({
  staticData: { page: 'notifications' },
  validateSearch: notificationSearch,
  component: NotificationsPage,
});
