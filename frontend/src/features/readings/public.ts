export { ReadingListPage } from './reading-list-page';
export { readingSearch } from './search';
