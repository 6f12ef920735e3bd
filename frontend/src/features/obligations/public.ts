export { ObligationCalendarPage } from './calendar-page';
export { ObligationListPage } from './list-page';
export { NextObligations } from './next-panel';
export { ObligationPage } from './obligation-page';
export { useObligationSummary } from './queries';
export { dueCalendarSearch, obligationSearch } from './search';
