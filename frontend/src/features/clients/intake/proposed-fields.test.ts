import { describe, expect, it } from 'vitest';
import { sayValue } from '../record/say-value';
import { proposedFields } from './proposed-fields';

const words = {
  word: (_: string, value: string) => `<${value}>`,
  yes: '是',
  no: '否',
  nothing: '未填写',
  separator: '、',
};

describe('what a submission proposes', () => {
  it('is compared with the file while it is pending', () => {
    const changes = [{ field: 'telephone', current: '028-1', proposed: '028-2' }];
    expect(proposedFields({ changes, payload: { telephone: '028-2' } })).toEqual(changes);
  });

  it('stands in the order of the form, whatever order it came in', () => {
    const payload = {
      address: '武侯区',
      kind: 'INSTITUTION',
      unheard_of: 1,
      traits: { culture: '务实' },
      name: '锦川',
    };
    const names = proposedFields({ changes: [], payload }).map(({ field }) => field);
    expect(names).toEqual(['name', 'kind', 'address', 'traits.culture', 'unheard_of']);
    const somebody = { changes: [], payload: { mobile: '138', influence: 'BUYER', name: '何静怡' } };
    expect(proposedFields(somebody, ['name', 'mobile'])[0]?.field).toBe('name');
  });

  it('is told field by field afterwards, amounts whole', () => {
    const amount = { amount: '5000.00', currency: 'CNY' };
    expect(
      proposedFields({ changes: [], payload: { name: '锦川', traits: { culture: null }, assets: amount } }),
    ).toEqual([
      { field: 'name', proposed: '锦川' },
      { field: 'assets', proposed: amount },
      { field: 'traits.culture', proposed: null },
    ]);
  });
});

describe('a value in words', () => {
  it('is a choice by its field, an amount with its groups, a person by name', () => {
    expect(sayValue('tier', 'KEY', words)).toBe('<KEY>');
    expect(sayValue('industry', 'KEY', words)).toBe('KEY');
    expect(sayValue('assets', { amount: '1234567.5', currency: 'CNY' }, words)).toBe('1,234,567.50');
    expect(sayValue('owner', { id: 'x', name: '程涛' }, words)).toBe('程涛');
  });

  it('says that nothing is there', () => {
    for (const nothing of [null, undefined, '', []]) {
      expect(sayValue('industry', nothing, words)).toBe('未填写');
    }
    expect(sayValue('group_buy', false, words)).toBe('否');
    expect(sayValue('tags', ['甲', '乙'], words)).toBe('甲、乙');
  });
});
