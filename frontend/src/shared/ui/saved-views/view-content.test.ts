import { describe, expect, it } from 'vitest';
import { settingsOf, viewColumns, viewQuery, viewQueryText } from './view-content';

describe('what a view keeps', () => {
  it('is a query string and comes back as it was', () => {
    const query = { tier: ['KEY', 'CORE'], compliant: false, completeness_max: 99, q: '锦川 & 子' };
    const back = viewQuery(viewQueryText(query));
    expect(back).toEqual({ ...query, completeness_max: '99' });
  });

  it('leaves out what is not set', () => {
    expect(viewQueryText({ q: '', sort: undefined, owner_id: null, state: [] })).toBe('');
  });

  it('names the shown columns, and hides the others when it is opened', () => {
    const all = [
      { id: 'number', shown: true, pinned: true, width: 130 },
      { id: 'name', shown: true, pinned: false, width: 260 },
      { id: 'level', shown: false, pinned: false, width: 90 },
    ];
    const kept = viewColumns([{ id: 'level', shown: true, pinned: true, width: 81.6 }, ...all.slice(1, 2)]);
    expect(kept).toEqual([
      { id: 'level', pinned: 'LEFT', width: 82 },
      { id: 'name', pinned: null, width: 260 },
    ]);
    expect(settingsOf([...kept, { id: 'gone' }], all)).toEqual([
      { id: 'level', shown: true, pinned: true, width: 82 },
      { id: 'name', shown: true, pinned: false, width: 260 },
      { id: 'number', shown: false, pinned: true, width: 130 },
    ]);
  });
});
