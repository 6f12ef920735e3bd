export { AuditEntryPage } from './audit-entry-page';
export { AuditListPage } from './audit-list-page';
export { auditSearch } from './search';
