import { describe, expect, it } from 'vitest';
import { countOf, listOfDay } from './month-days';
import { obligationCalendarSearch, obligationSearch } from './search';

/** As the router reads an address. */
function read(query: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of new Set(new URLSearchParams(query).keys())) {
    const values = new URLSearchParams(query).getAll(name).map((one) => (one === 'true' ? true : one));
    found[name] = values.length > 1 ? values : values[0];
  }
  return found;
}

describe('the address of the list', () => {
  it('begins with one’s own, and means everybody’s where it filters without naming anybody', () => {
    expect(obligationSearch({})).toEqual({ whose: 'MINE' });
    expect(obligationSearch({ limit: 20, sort: '-due_at' }).whose).toBe('MINE');
    expect(obligationSearch({ clause: 'A-CLI-10' }).whose).toBe('ALL');
    expect(obligationSearch({ whose: 'nobody' }).whose).toBe('MINE');
  });

  it('keeps everything that a figure may ask for', () => {
    const person = '0192f0c1-2f6e-7c3a-9d55-1f0e2b9c7a10';
    const query = `whose=TEAM&state=FULFILLED&state=OPEN&kind=client.contact&clause=B-CRM-08&overdue=true&late=true&escalated=true&due_from=2026-11-01&due_to=2026-11-30&person_id=${person}&department_id=${person}&subject_id=${person}`;
    expect(obligationSearch(read(query))).toEqual({
      whose: 'TEAM',
      state: ['FULFILLED', 'OPEN'],
      kind: ['client.contact'],
      clause: 'B-CRM-08',
      overdue: true,
      late: true,
      escalated: true,
      due_from: '2026-11-01',
      due_to: '2026-11-30',
      person_id: person,
      department_id: person,
      subject_id: person,
    });
  });
});

describe('the calendar', () => {
  it('takes a month and whose, and drops what is none', () => {
    expect(obligationCalendarSearch({ month: '2026-12', whose: 'TEAM' })).toEqual({
      month: '2026-12',
      whose: 'TEAM',
    });
    expect(obligationCalendarSearch({ month: '2026-13', whose: 'x' })).toEqual({});
  });

  it('opens the list of exactly what it counts on a day', () => {
    const day = {
      day: '2026-12-07',
      working: true,
      open: 3,
      overdue: 1,
      fulfilled: 2,
      late: 1,
      excused: 1,
    };
    expect(countOf(day)).toBe(6);
    const href = listOfDay(day.day, 'TEAM');
    expect(obligationSearch(read(href.split('?')[1] ?? ''))).toEqual({
      whose: 'TEAM',
      state: ['OPEN', 'FULFILLED', 'EXCUSED'],
      due_from: '2026-12-07',
      due_to: '2026-12-07',
    });
  });
});
