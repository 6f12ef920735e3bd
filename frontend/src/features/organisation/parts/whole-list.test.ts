import { describe, expect, it } from 'vitest';
import { holds, pageOfAll } from './whole-list';

const items = Array.from({ length: 45 }, (_, place) => place);

describe('a list that comes as a whole', () => {
  it('is shown a page at a time, to its end and no further', () => {
    const first = pageOfAll(items, { limit: 20 });
    expect(first.items).toEqual(items.slice(0, 20));
    expect(first.page).toMatchObject({ has_more: true, next_cursor: '20', total: 45 });
    const last = pageOfAll(items, { limit: 20, cursor: '40' });
    expect(last.items).toEqual([40, 41, 42, 43, 44]);
    expect(last.page).toMatchObject({ has_more: false, next_cursor: null });
  });

  it('begins anew where the address names no place in it', () => {
    expect(pageOfAll(items, { limit: 20, cursor: 'eyJzb3J0' }).items[0]).toBe(0);
    expect(pageOfAll(items, { limit: 20, cursor: '-5' }).items[0]).toBe(0);
    expect(pageOfAll(items, { limit: 20, cursor: '60' }).items).toEqual([]);
  });
});

describe('searching in texts', () => {
  it('finds a part of any of them, whatever the case', () => {
    expect(holds('cd-0', ['成都总部', 'CD-01'])).toBe(true);
    expect(holds('总部', ['成都总部', null])).toBe(true);
    expect(holds('重庆', ['成都总部', undefined])).toBe(false);
  });

  it('holds everything back for nothing that is asked', () => {
    expect(holds(undefined, ['成都总部'])).toBe(true);
    expect(holds('  ', [])).toBe(true);
  });
});
