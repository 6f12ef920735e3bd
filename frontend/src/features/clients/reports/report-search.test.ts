import { expect, it } from 'vitest';
import { reportSearch } from './report-search';

it('a period comes from the address, a year also as the number that it looks like', () => {
  expect(reportSearch({ period: 2026 })).toEqual({ period: '2026' });
  expect(reportSearch({ period: '2026-Q4' })).toEqual({ period: '2026-Q4' });
  expect(reportSearch({ period: '2026-Q5' })).toEqual({});
});
