export { CallListPage } from './call-list-page';
export { CallPage } from './call-page';
export { ReportCreatePage } from './report-create-page';
export { ReportEditPage } from './report-edit-page';
export { ReportListPage } from './report-list-page';
export { ReportPage } from './report-page';
export { callSearch, informationReportSearch } from './search';
