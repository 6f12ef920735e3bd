export { ExceptionListPage } from './exception-list-page';
export { ExceptionPage } from './exception-page';
export { exceptionSearch } from './search';
