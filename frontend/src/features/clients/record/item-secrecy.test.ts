import { expect, it } from 'vitest';
import { chosenSecrecy, lacksContent, levelsOffered } from './item-secrecy';

it('offers the levels above the file and not above the clearance of the person (A-SEC-07)', () => {
  expect(levelsOffered('SECRET', 3)).toEqual(['CONFIDENTIAL', 'TOP_SECRET']);
  expect(levelsOffered('SECRET', 2)).toEqual(['CONFIDENTIAL']);
  expect(levelsOffered('DECLASSIFIED', 1)).toEqual(['SECRET']);
  expect(levelsOffered('DECLASSIFIED', 0)).toEqual([]);
  expect(levelsOffered('TOP_SECRET', 3)).toEqual([]);
  expect(levelsOffered('CONFIDENTIAL', 1)).toEqual([]);
});

it('sends a level only with what is secret about it, and its term only where one was set', () => {
  expect(chosenSecrecy({})).toBeUndefined();
  expect(chosenSecrecy({ level: 'CONFIDENTIAL' })).toBeUndefined();
  expect(lacksContent({ level: 'CONFIDENTIAL' })).toBe(true);
  expect(lacksContent({})).toBe(false);
  const said = { level: 'CONFIDENTIAL', content: 'BUSINESS_DETAILS' } as const;
  expect(lacksContent(said)).toBe(false);
  expect(chosenSecrecy({ ...said, level_until: null })).toEqual(said);
  expect(chosenSecrecy({ ...said, level_until: '2031-12-31' })).toEqual({
    ...said,
    level_until: '2031-12-31',
  });
});
