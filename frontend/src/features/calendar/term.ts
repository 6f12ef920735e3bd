import { type Day, type DayKind, lengthOf, minutesOf } from './days';

export type Term = { unit: 'HOURS' | 'DAYS'; amount: number };
/** What a date adds to a term: minutes, or one day; null where it is only passed over. */
export type Step = { date: string; kind: DayKind; name: string; counted: number | null };

/** An instant by the clock of a zone, to the minute. */
export function timeIn(timeZone: string, instant: string): string {
  // The Swedish way to write a time is the one used here.
  const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return swedish.format(new Date(instant));
}

export function wallClock(instant: string, timeZone: string): { date: string; minutes: number } {
  const [date = '', time = ''] = timeIn(timeZone, instant).split(' ');
  return { date, minutes: minutesOf(time) };
}

function minutesFrom(day: Day, from: number): number {
  return day.intervals.reduce(
    (sum, { start, end }) => sum + Math.max(0, minutesOf(end) - Math.max(minutesOf(start), from)),
    0,
  );
}

/**
 * How the working calendar comes to a deadline, date by date: an account of the service's answer, which
 * decides. In working days the date on which the term begins does not count.
 */
export function stepsOf(days: readonly Day[], from: { date: string; minutes: number }, term: Term): Step[] {
  const steps: Step[] = [];
  let left = term.unit === 'DAYS' ? term.amount : term.amount * 60;
  for (const day of days) {
    if (left <= 0 && steps.length > 0) break;
    const isFirst = day.date === from.date;
    const available =
      term.unit === 'DAYS'
        ? Number(day.working && !isFirst)
        : isFirst
          ? minutesFrom(day, from.minutes)
          : lengthOf(day.intervals);
    const counted = Math.min(left, available);
    left -= counted;
    steps.push({ date: day.date, kind: day.kind, name: day.name, counted: counted > 0 ? counted : null });
  }
  return steps;
}

/** Whether the account comes to the term that was asked for; otherwise it explains nothing and is not shown. */
export function addsUp(steps: readonly Step[], { unit, amount }: Term): boolean {
  const sum = steps.reduce((total, { counted }) => total + (counted ?? 0), 0);
  return sum === (unit === 'DAYS' ? amount : amount * 60);
}
