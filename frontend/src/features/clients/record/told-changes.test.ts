import { describe, expect, it } from 'vitest';
import { told } from './told-changes';

describe('the changes that the trail tells', () => {
  it('say an amount once and leave out what was empty before and after', () => {
    expect(
      told([
        { field: 'assets.amount', before: null, after: '5000.00' },
        { field: 'assets.currency', before: null, after: 'CNY' },
        { field: 'tags', before: null, after: [] },
        { field: 'name', before: '甲', after: '乙' },
        { field: 'address', before: '成都', after: null },
      ]),
    ).toEqual([
      { field: 'assets', before: null, after: { amount: '5000.00' } },
      { field: 'name', before: '甲', after: '乙' },
      { field: 'address', before: '成都', after: null },
    ]);
  });

  it('name no ids: which contact it was, its name says', () => {
    const one = '01a223b6-1111-7222-8333-444455556666';
    expect(
      told([
        { field: 'contact.id', before: null, after: one },
        { field: 'contact.name', before: null, after: '程涛' },
        { field: 'mentions', before: [], after: [one] },
        { field: 'owner_id', before: null, after: one },
      ]).map(({ field }) => field),
    ).toEqual(['contact.name', 'owner_id']);
  });
});
