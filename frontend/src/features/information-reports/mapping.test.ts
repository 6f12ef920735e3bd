import { describe, expect, it } from 'vitest';
import { entriesOf, formValues, patchOf, placeOf } from './mapping';
import { openMonths } from './months';
import type { Report } from './queries';

const entry = (client_id: string, competition: string) => ({
  client_id,
  client_name: `客户 ${client_id}`,
  client: null,
  competition,
  changes: null,
  plan: null,
});
const report = (...entries: Report['entries']) => ({ summary: '拜访 12 户', entries }) as Report;

describe('a report in the form', () => {
  it('stands by its clients in their order, and comes back as it was', () => {
    const values = formValues(report(entry('b', '两家竞价'), entry('a', '厂家直销')));
    expect(values.clients).toEqual([
      { value: 'b', label: '客户 b' },
      { value: 'a', label: '客户 a' },
    ]);
    expect(entriesOf(values).map(({ client_id, competition }) => [client_id, competition])).toEqual([
      ['b', '两家竞价'],
      ['a', '厂家直销'],
    ]);
  });

  it('tells of two files that became one in one place', () => {
    const values = formValues(report(entry('a', '两家竞价'), entry('a', '厂家直销')));
    expect(values.clients).toHaveLength(1);
    expect(entriesOf(values)[0]?.competition).toBe('两家竞价\n厂家直销');
  });

  it('sends the clients as a whole where something told of one has changed, and else not at all', () => {
    const base = formValues(report(entry('a', '两家竞价'), entry('b', '厂家直销')));
    expect(patchOf(base, { summary: '改写' })).toEqual({ summary: '改写' });
    const told = { b: { plan: '下月续谈' } };
    expect(patchOf(base, { told }).entries).toEqual([
      { client_id: 'a', competition: '两家竞价', changes: null, plan: null },
      { client_id: 'b', competition: '厂家直销', changes: null, plan: '下月续谈' },
    ]);
    const clients = [{ value: 'b', label: '客户 b' }];
    expect(patchOf(base, { clients }).entries?.map(({ client_id }) => client_id)).toEqual(['b']);
  });

  it('shows a refusal where it was written', () => {
    expect(placeOf('/entries/1/competition', ['a', 'b'])).toBe('/told/b/competition');
    for (const whole of ['/entries', '/entries/0/client_id', '/entries/9/plan']) {
      expect(placeOf(whole, ['a', 'b'])).toBe('/clients');
    }
    expect(placeOf('/period', ['a'])).toBe('/period');
  });
});

it('the months go back a year from this one', () => {
  const months = openMonths();
  expect(months).toHaveLength(13);
  expect(months[0]?.slice(5)).toBe(months[12]?.slice(5));
  expect([...months].sort().reverse()).toEqual(months);
});
