export { ObligationCalendarPage } from './calendar-page';
export { DueText, SubjectLink } from './cells';
export { ExceptionStateTag } from './exception-state';
export { ObligationListPage } from './list-page';
export { ObligationPage } from './obligation-page';
export { useObligationKinds, useObligationSummary, useObligations } from './queries';
export { obligationCalendarSearch, obligationSearch } from './search';
export { useSubjectFilter } from './subject-filter';
