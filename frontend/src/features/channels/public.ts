export { CalendarFeedButton } from './calendar-feed';
export { NotificationSettingsPage } from './settings-page';
