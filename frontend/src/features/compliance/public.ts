export { CompliancePage } from './compliance-page';
export { complianceSearch } from './search';
