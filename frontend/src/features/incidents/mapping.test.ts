import { describe, expect, it } from 'vitest';
import { concludedValues, conclusionOf, followedPlace, formValues, inputOf, placeOf } from './mapping';
import { concluded, reported } from './testing/samples';

describe('an incident in the form', () => {
  it('comes out as it went in', () => {
    const { parties, ...facts } = inputOf(formValues(reported));
    expect(facts).toEqual({
      kind: 'LEAK',
      occurred_on: '2026-11-20',
      what_happened: '客户名单被转发到行业微信群',
      files: ['c1'],
    });
    expect(parties).toEqual([{ person_id: 'p1', deed: '转发客户名单', superior_id: 'p2' }]);
  });

  it('leaves the superior to the service where none is named, and drops what was said of who is not chosen', () => {
    const values = {
      people: [{ value: 'p5', label: '袁鹏飞' }],
      told: { p1: { deed: '转发', superior_id: 'p2' }, p5: { deed: '索要名单' } },
    };
    expect(inputOf(values).parties).toEqual([{ person_id: 'p5', deed: '索要名单', superior_id: null }]);
    expect(inputOf(values).files).toEqual([]);
  });

  it('shows a refusal where the field is', () => {
    expect(placeOf('/parties/1/superior_id', ['p1', 'p2'])).toBe('/told/p2/superior_id');
    expect(placeOf('/parties/0/person_id', ['p1'])).toBe('/people');
    expect(placeOf('/parties/9/deed', ['p1'])).toBe('/people');
    expect(placeOf('/files/3', [])).toBe('/files');
    expect(placeOf('/occurred_on', [])).toBe('/occurred_on');
  });
});

describe('a conclusion in the form', () => {
  it('begins with what followed before', () => {
    const { parties, remedy } = conclusionOf(concludedValues(concluded), concluded);
    expect(remedy).toBe('收回外传资料');
    expect(parties).toEqual([
      {
        person_id: 'p1',
        measure: 'FINE',
        fine: { amount: '500.00', currency: 'CNY' },
        measure_note: '初犯',
        leadership: 'WARNING',
        leadership_fine: null,
        leadership_note: '监督不力',
      },
    ]);
  });

  it('sends no fine that was typed before another measure was chosen', () => {
    const values = {
      followed: { p1: { measure: 'WARNING', fine: { amount: '500.00', currency: 'CNY' } } },
      remedy: '收回',
    };
    expect(conclusionOf(values, reported).parties[0]?.fine).toBeNull();
  });

  it('shows a refusal on the party it is of', () => {
    expect(followedPlace('/parties/0/measure_note', reported)).toBe('/followed/p1/measure_note');
    expect(followedPlace('/remedy', reported)).toBe('/remedy');
  });
});
