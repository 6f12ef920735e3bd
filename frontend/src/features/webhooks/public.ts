export { webhookSearch } from './search';
export { WebhookCreatePage } from './webhook-create-page';
export { WebhookEditPage } from './webhook-edit-page';
export { WebhookListPage } from './webhook-list-page';
export { WebhookPage } from './webhook-page';
