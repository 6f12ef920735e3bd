export { IncidentAmendPage } from './incident-amend-page';
export { IncidentListPage } from './incident-list-page';
export { IncidentPage } from './incident-page';
export { IncidentReportPage } from './incident-report-page';
export { incidentSearch, reportingSearch } from './search';
