import { describe, expect, it } from 'vitest';
import { addDays, type Day, ofMonth, readHours, showHours, sumOf, todayIn, weekdayOf, weeksOf } from './days';

const day = (date: string, intervals: Day['intervals'] = []): Day => ({
  date,
  working: intervals.length > 0,
  kind: 'WEEKDAY',
  name: '',
  intervals,
  source: 'PATTERN',
  year_known: true,
});
const ordinary = [
  { start: '08:30', end: '11:30' },
  { start: '13:00', end: '17:00' },
];

describe('dates of the company', () => {
  it('are those of its own clock', () => {
    const lateInLondon = new Date('2026-11-24T18:30:00Z');
    expect(todayIn('Asia/Shanghai', lateInLondon)).toBe('2026-11-25');
    expect(todayIn('Europe/London', lateInLondon)).toBe('2026-11-24');
  });

  it('go on over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('fall on weekdays counted from Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(0);
    expect(weekdayOf('2026-11-29')).toBe(6);
  });
});

describe('a month', () => {
  const days = Array.from({ length: 30 }, (_, place) => day(addDays('2026-11-01', place)));

  it('is shown in weeks from Monday to Sunday', () => {
    const weeks = weeksOf(days);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.map((one) => one?.date ?? null)).toEqual([...Array(6).fill(null), '2026-11-01']);
    expect(weeks.at(-1)?.[0]?.date).toBe('2026-11-30');
  });

  it('is cut out of a year', () => {
    const year = [...days, day('2026-12-01'), day('2025-11-01')];
    expect(ofMonth(year, 2026, 11)).toHaveLength(30);
  });

  it('has the sum of its working days and their minutes', () => {
    const sum = sumOf([
      day('2026-11-23', ordinary),
      day('2026-11-24', ordinary.slice(0, 1)),
      day('2026-11-28'),
    ]);
    expect(sum).toEqual({ days: 2, minutes: 7 * 60 + 3 * 60 });
  });
});

describe('working hours as they are typed', () => {
  it.each(['08:30-11:30 13:00-17:00', '8:30-11:30, 13:00-17:00', '８：３０～１１：３０、13:00 至 17:00'])(
    '%s are read',
    (typed) => {
      expect(readHours(typed)).toEqual(ordinary);
    },
  );

  it('may be none, and may last until midnight', () => {
    expect(readHours(' ')).toEqual([]);
    expect(readHours('22:00-24:00')).toEqual([{ start: '22:00', end: '24:00' }]);
  });

  it.each(['9-17', '17:00-09:00', '08:30-12:00 11:00-17:00', '09:00-25:00', '09:00', '24:00-24:00'])(
    '%s are none',
    (typed) => {
      expect(readHours(typed)).toBeNull();
    },
  );

  it('are shown as they can be typed', () => {
    expect(readHours(showHours(ordinary))).toEqual(ordinary);
  });
});
