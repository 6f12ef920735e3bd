import { describe, expect, it } from 'vitest';
import type { Field } from './fields';
import { conflictsOf, fieldOfPointer, filledIn, mergePatch, rebased } from './merge';

const text = (name: string): Field => ({ kind: 'text', name, label: name });
const fields: Field[] = [
  text('name'),
  text('traits.culture'),
  { kind: 'money', name: 'assets', label: 'assets' },
  { kind: 'tags', name: 'tags', label: 'tags' },
];
const base = {
  name: '甲',
  traits: { culture: '稳健', policy: '不在表单中' },
  assets: { amount: '1', currency: 'CNY' },
  tags: ['a'],
};

describe('a change to a record', () => {
  it('sends only what changed, amounts whole and cleared values as null', () => {
    const mine = {
      ...base,
      name: ' 甲 ',
      traits: { culture: ' ' },
      assets: { amount: '2', currency: 'CNY' },
    };
    expect(mergePatch(fields, base, mine)).toEqual({
      traits: { culture: null },
      assets: { amount: '2', currency: 'CNY' },
    });
  });

  it('sends nothing when nothing changed', () => {
    expect(mergePatch(fields, base, structuredClone(base))).toEqual({});
    expect(mergePatch(fields, { tags: [] }, {})).toEqual({});
  });

  it('leaves what was not filled in out of a new record', () => {
    expect(filledIn(fields, { name: '甲', traits: { culture: '' }, tags: [] })).toEqual({ name: '甲' });
  });
});

describe('a stale save', () => {
  const theirs = { ...base, name: '乙', tags: ['a', 'b'] };

  it('asks only about fields that both sides changed to different values', () => {
    const mine = { ...base, name: '丙', traits: { culture: '进取' }, tags: ['a', 'b'] };
    expect(conflictsOf(fields, base, mine, theirs).map(({ field }) => field.name)).toEqual(['name']);
  });

  it('keeps my other changes and theirs, and the choice where they collide', () => {
    const mine = { ...base, name: '丙', traits: { culture: '进取' } };
    const kept = rebased(fields, base, mine, theirs, new Set());
    expect(kept).toMatchObject({
      name: '丙',
      traits: { culture: '进取', policy: '不在表单中' },
      tags: ['a', 'b'],
    });
    expect(rebased(fields, base, mine, theirs, new Set(['name']))).toMatchObject({ name: '乙' });
  });
});

describe('a pointer of the server', () => {
  it.each([
    ['/traits/culture', 'traits.culture'],
    ['/assets/amount', 'assets'],
    ['/tags/0', 'tags'],
    ['/unknown', undefined],
  ])('%s falls on %s', (pointer, name) => {
    expect(fieldOfPointer(fields, pointer)?.name).toBe(name);
  });
});
