import { describe, expect, it } from 'vitest';
import { addDays, type Day } from './days';
import { addsUp, stepsOf, wallClock } from './term';

const ordinary = [
  { start: '08:30', end: '11:30' },
  { start: '13:00', end: '17:00' },
];
/** From a Thursday before the National Day of 2026 on. */
const days: Day[] = Array.from({ length: 12 }, (_, place) => {
  const date = addDays('2026-09-30', place);
  const isHoliday = date >= '2026-10-01' && date <= '2026-10-07';
  const isMakeUp = date === '2026-10-10';
  const working = !isHoliday && date !== '2026-10-11';
  return {
    date,
    working,
    kind: isHoliday ? 'HOLIDAY' : isMakeUp ? 'MAKE_UP' : 'WEEKDAY',
    name: isHoliday ? '国庆节' : '',
    intervals: working ? ordinary : [],
    source: 'NATIONAL',
    year_known: true,
  };
});
const at = (date: string, clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return { date, minutes: hours * 60 + minutes };
};

describe('a term in working days', () => {
  it('does not count the date on which it begins, passes holidays over and counts make-up days', () => {
    const term = { unit: 'DAYS', amount: 3 } as const;
    const steps = stepsOf(days, at('2026-09-30', '10:00'), term);
    expect(steps.filter(({ counted }) => counted === 1).map(({ date }) => date)).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ]);
    expect(steps.at(-1)?.date).toBe('2026-10-10');
    expect(addsUp(steps, term)).toBe(true);
  });
});

describe('a term in working hours', () => {
  it('begins within the day, leaves the noon out and goes on after the holidays', () => {
    const term = { unit: 'HOURS', amount: 8 } as const;
    const steps = stepsOf(days, at('2026-09-30', '10:30'), term);
    expect(steps.map(({ counted }) => counted)).toEqual([300, ...Array(7).fill(null), 180]);
    expect(addsUp(steps, term)).toBe(true);
  });

  it('that begins after hours takes nothing of that day', () => {
    const steps = stepsOf(days, at('2026-09-30', '18:00'), { unit: 'HOURS', amount: 1 });
    expect(steps[0]?.counted).toBeNull();
    expect(steps.at(-1)).toMatchObject({ date: '2026-10-08', counted: 60 });
  });
});

it('an account that ends before the term is filled does not add up', () => {
  const term = { unit: 'DAYS', amount: 30 } as const;
  expect(addsUp(stepsOf(days, at('2026-09-30', '10:00'), term), term)).toBe(false);
});

it('an instant has the wall clock of the company', () => {
  expect(wallClock('2026-11-24T22:30:00Z', 'Asia/Shanghai')).toEqual({ date: '2026-11-25', minutes: 390 });
});
