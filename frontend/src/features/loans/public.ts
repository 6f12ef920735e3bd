export { LoanCardPage } from './loan-card-page';
export { LoanCreatePage } from './loan-create-page';
export { LoanListPage } from './loan-list-page';
export { LoanPage } from './loan-page';
export { loanSearch } from './search';
