export { ClientListPage } from './client-list-page';
export { clientSearch } from './search';
