export { NotificationsPage } from './notifications-page';
export { useUnreadCount } from './queries';
export { notificationSearch } from './search';
