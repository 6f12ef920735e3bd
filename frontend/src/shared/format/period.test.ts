import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { firstAndLast, kindOf, monthAfter, periodOf, recentPeriods } from './period';

const day = dayjs('2026-01-31');

it('periods are named as the service names them', () => {
  expect(periodOf('MONTH', day)).toBe('2026-01');
  expect(periodOf('QUARTER', day)).toBe('2026-Q1');
  expect(periodOf('QUARTER', dayjs('2026-12-01'))).toBe('2026-Q4');
  expect(periodOf('YEAR', day)).toBe('2026');
  expect(['2026-01', '2026-Q1', '2026'].map(kindOf)).toEqual(['MONTH', 'QUARTER', 'YEAR']);
});

it('they go back over the turn of the year without leaving one out, also from the 31st', () => {
  expect(recentPeriods('MONTH', 4, day)).toEqual(['2026-01', '2025-12', '2025-11', '2025-10']);
  expect(recentPeriods('MONTH', 2, dayjs('2026-03-31'))).toEqual(['2026-03', '2026-02']);
  expect(recentPeriods('QUARTER', 3, day)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  expect(recentPeriods('QUARTER', 2, dayjs('2026-05-31'))).toEqual(['2026-Q2', '2026-Q1']);
});

it('months go over the years, and periods know how long February is', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(firstAndLast('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(firstAndLast('2026-Q3')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  expect(firstAndLast('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
});
