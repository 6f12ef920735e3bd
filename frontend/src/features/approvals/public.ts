export { ApprovalPage } from './approval-page';
export { FlowCreatePage, FlowEditPage } from './flows/flow-form-pages';
export { FlowListPage } from './flows/flow-list-page';
export { FlowPage } from './flows/flow-page';
export { InboxPage } from './inbox-page';
export { ApprovalListPage } from './list-page';
export { approvalSearch, inboxSearch } from './search';
export { Signatures } from './signatures';
