import { describe, expect, it } from 'vitest';
import type { Job } from './queries';
import { figuresOf, isRehearsal, keptRowsOf, shareOf } from './result';

describe('what came of a job', () => {
  it('is told by the figures that have a name, in their order', () => {
    const result = { skipped: 0, good: 3, rows: 4, dry_run: false, secret: 9, refused: '1' };
    expect(figuresOf({ result })).toEqual([
      { name: 'rows', figure: 4 },
      { name: 'good', figure: 3 },
      { name: 'skipped', figure: 0 },
    ]);
  });

  it('is nothing while there is no result', () => {
    expect(figuresOf({ result: null })).toEqual([]);
    expect(isRehearsal({ result: null })).toBe(false);
  });

  it('is said to be a rehearsal where it was one', () => {
    expect(isRehearsal({ result: { dry_run: true } })).toBe(true);
    expect(isRehearsal({ result: { dry_run: 'true' } })).toBe(false);
  });
});

describe('an undoing', () => {
  it('names the rows that it left as they are', () => {
    const kept = { id: 'c1', position: 4, label: 'KH-4 丁公司' };
    expect(keptRowsOf({ result: { kept: 1, kept_rows: [kept, { id: 'c2' }, null] } })).toEqual([kept]);
    expect(keptRowsOf({ result: { kept_rows: 'none' } })).toEqual([]);
  });
});

describe('how far a job is', () => {
  const job = (state: Job['state'], progress_done: number, progress_total: number) =>
    shareOf({ state, progress_done, progress_total } as Job);

  it.each([
    [job('QUEUED', 0, 0), 0],
    [job('RUNNING', 1, 3), 33],
    [job('RUNNING', 5, 3), 100],
    [job('CANCELLED', 1, 2), 50],
    [job('DONE', 0, 0), 100],
  ])('%i %% is %i %%', (found, wanted) => {
    expect(found).toBe(wanted);
  });
});
