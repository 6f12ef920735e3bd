export { DisclosureCreatePage } from './disclosure-create-page';
export { DisclosureEditPage } from './disclosure-edit-page';
export { DisclosureListPage } from './disclosure-list-page';
export { DisclosurePage } from './disclosure-page';
export { disclosureSearch, requestSearch } from './search';
