import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { daysAsked, periodAsked } from './asked';
import { daysOf } from './period';
import { complianceSearch } from './search';

const day = '2026-11-29';

it('a period ends with its last day, or today while it lasts', () => {
  expect(daysOf('2026-11', day)).toEqual({ from: '2026-11-01', to: '2026-11-29' });
  expect(daysOf('2026-02', day)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(daysOf('2026-Q3', day)).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  expect(daysOf('2026-Q4', day)).toEqual({ from: '2026-10-01', to: '2026-11-29' });
  expect(daysOf('2027-Q1', day)).toEqual({ from: '2027-01-01', to: '2027-03-31' });
});

it('an address means its own days before its period; what is no day or too long means neither', () => {
  const own = complianceSearch({ from: '2026-01-05', to: '2026-02-03', period: '2026-Q3' });
  expect([daysAsked(own), periodAsked(own)]).toEqual([{ from: '2026-01-05', to: '2026-02-03' }, undefined]);
  const wrong = complianceSearch({ from: '2026-02-03', to: '2026-01-05', period: '2026-Q3' });
  expect([daysAsked(wrong).from, periodAsked(wrong)]).toEqual(['2026-07-01', '2026-Q3']);
  expect(periodAsked(complianceSearch({ from: '2024-01-01', to: '2026-01-01' }))).toBe(
    dayjs().format('YYYY-MM'),
  );
  expect(complianceSearch({ all: 'yes', rule: 3, module: '' })).toEqual({});
});
