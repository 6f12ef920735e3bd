export { InstructionListPage, InstructionPage } from './instruction-pages';
export { OversightPage } from './oversight-page';
export { PlanListPage, PlanPage } from './plan-pages';
export { instructionSearch, planSearch } from './search';
