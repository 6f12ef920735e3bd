import { describe, expect, it } from 'vitest';
import { readYearFile, rowOfPointer } from './year-file';

const days = [{ date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' }];

describe('an announced year', () => {
  it('is read as the API takes it, or as the days alone', () => {
    expect(readYearFile(JSON.stringify({ year: 2027, reason: 'x', days }))).toEqual({ year: 2027, days });
    expect(readYearFile(`\uFEFF ${JSON.stringify(days)}`)).toEqual({ year: undefined, days });
  });

  it('is handed on as it is where it is CSV', () => {
    const csv = 'date,kind,name\n2027-01-01,HOLIDAY,元旦';
    expect(readYearFile(csv)).toEqual({ csv });
  });

  it.each(['', '{', '{"year":2027}', 'null', '元旦'])('%j is none', (text) => {
    expect(readYearFile(text)).toBeNull();
  });
});

it('an error is told by the row and the column it is about', () => {
  expect(rowOfPointer('/days/3/date')).toEqual({ row: 4, column: 'date' });
  expect(rowOfPointer('/csv/3/kind')).toEqual({ row: 3, column: 'kind' });
  expect(rowOfPointer('/year')).toBeNull();
});
