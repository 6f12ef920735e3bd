import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { isOver, kindOf, periodOf, recentPeriods, reportSearch } from './periods';

const day = dayjs('2026-01-31');

describe('the periods of a report', () => {
  it('are named as the service names them', () => {
    expect(periodOf('MONTH', day)).toBe('2026-01');
    expect(periodOf('QUARTER', day)).toBe('2026-Q1');
    expect(periodOf('QUARTER', dayjs('2026-12-01'))).toBe('2026-Q4');
    expect(periodOf('YEAR', day)).toBe('2026');
    expect(['2026-01', '2026-Q1', '2026'].map(kindOf)).toEqual(['MONTH', 'QUARTER', 'YEAR']);
  });

  it('go back over the turn of the year without leaving one out', () => {
    expect(recentPeriods('MONTH', 4, day)).toEqual(['2026-01', '2025-12', '2025-11', '2025-10']);
    expect(recentPeriods('QUARTER', 3, day)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  });

  it('come from the address, a year also as the number that it looks like', () => {
    expect(reportSearch({ period: 2026 })).toEqual({ period: '2026' });
    expect(reportSearch({ period: '2026-Q4' })).toEqual({ period: '2026-Q4' });
    expect(reportSearch({ period: '2026-Q5' })).toEqual({});
  });

  it('are over once the archive is counted after their last day', () => {
    expect(isOver({ to: '2026-09-30', as_of: '2026-11-28T02:00:00Z' })).toBe(true);
    expect(isOver({ to: '2026-12-31', as_of: '2026-11-28T02:00:00Z' })).toBe(false);
  });
});
