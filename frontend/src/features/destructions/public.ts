export { CertificatePage } from './certificate-page';
export { DestructionListPage } from './destruction-list-page';
export { DestructionPage } from './destruction-page';
export { ProposePage } from './propose-page';
export { destructionSearch, proposalSearch } from './search';
