import type { components } from '@/shared/api/schema';
import type { Tone } from '@/shared/ui/values/tag';

type Schemas = components['schemas'];
export type Day = Schemas['CalendarDay'];
export type Interval = Schemas['WorkingInterval'];
export type DayKind = Schemas['CalendarDayKind'];

export const kindTones: Record<DayKind, Tone> = {
  WEEKDAY: 'neutral',
  WEEKEND: 'neutral',
  HOLIDAY: 'danger',
  MAKE_UP: 'warning',
  EXCEPTION: 'accent',
};

/** Today where the company is, whatever the clock of this desk says. */
export function todayIn(timeZone: string, now: Date): string {
  // The Swedish way to write a date is the one of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}

const pad = (figure: number) => String(figure).padStart(2, '0');

export function dateOf(year: number, month: number, day: number): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

export function addDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Monday is 0. */
export function weekdayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}

/** The days of a month in weeks that begin on Monday, with null before the first and after the last. */
export function weeksOf<D extends Pick<Day, 'date'>>(days: readonly D[]): (D | null)[][] {
  const [first] = days;
  if (!first) return [];
  const cells = [...Array<null>(weekdayOf(first.date)).fill(null), ...days];
  const weeks: (D | null)[][] = [];
  for (let from = 0; from < cells.length; from += 7) {
    const week = cells.slice(from, from + 7);
    weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
  }
  return weeks;
}

export function ofMonth(days: readonly Day[], year: number, month: number): Day[] {
  const prefix = `${year}-${pad(month)}-`;
  return days.filter(({ date }) => date.startsWith(prefix));
}

export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { start, end }) => sum + minutesOf(end) - minutesOf(start), 0);
}

/** Working days and working time of some days. */
export function sumOf(days: readonly Day[]): { days: number; minutes: number } {
  const working = days.filter(({ working: isWorking }) => isWorking);
  return {
    days: working.length,
    minutes: working.reduce((sum, { intervals }) => sum + lengthOf(intervals), 0),
  };
}

export function showHours(intervals: readonly Interval[]): string {
  return intervals.map(({ start, end }) => `${start}-${end}`).join(' ');
}

const clock = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d|24:00`;
const stretch = new RegExp(`^(?<start>${clock})-(?<end>${clock})$`);

/** `8:30-11:30 13:00-17:00` as people type it, also with Chinese signs; null where it is no working time. */
export function readHours(typed: string): Interval[] | null {
  const parts = typed
    .normalize('NFKC')
    .replace(/\s*[-–—~～\u81F3\u5230]+\s*/g, '-')
    .split(/[\s,、;]+/)
    .filter(Boolean);
  const intervals = parts.map((part) => {
    const found = stretch.exec(part)?.groups;
    if (!found?.start || !found.end) return null;
    return { start: found.start.padStart(5, '0'), end: found.end.padStart(5, '0') };
  });
  const read = intervals.filter((one) => one !== null);
  if (read.length !== parts.length) return null;
  const isInOrder = read.every(
    ({ start, end }, place) =>
      minutesOf(start) < minutesOf(end) && minutesOf(start) >= minutesOf(read[place - 1]?.end ?? '00:00'),
  );
  return isInOrder ? read : null;
}
