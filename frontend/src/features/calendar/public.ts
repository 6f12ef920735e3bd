export { CalendarPage } from './calendar-page';
export { DayPage } from './day-page';
export { todayIn, weekdayOf, weeksOf } from './days';
export { DeadlinePage } from './deadline-page';
export { CalendarImportPage } from './import-page';
export { calendarSearch, deadlineSearch } from './search';
export { WeekPatternPage } from './week-pattern-page';
