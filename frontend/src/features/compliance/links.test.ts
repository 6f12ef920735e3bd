import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { hrefOf, within } from './links';
import { figure } from './testing/samples';

it('a figure of what is due or was let off opens its list with its very filter', () => {
  const filter = 'clause=A-CLI-10&state=OPEN&overdue=true&due_from=2026-11-01&due_to=2026-11-30';
  expect(hrefOf(figure(2, filter))).toBe(`/obligations?${filter}`);
  expect(hrefOf(figure(2, 'clause=A-CLI-10&state=APPROVED', 'exceptions'))).toBe(
    '/exceptions?clause=A-CLI-10&state=APPROVED',
  );
});

it('what was refused is asked for by days where the moments are midnights, and by moments elsewhere', () => {
  const trail = (after: string, before: string) =>
    hrefOf(figure(1, `outcome=REFUSED&occurred_after=${after}&occurred_before=${before}`, 'audit-entries'));
  const midnight = (day: string) => dayjs(day).startOf('day').toISOString();
  expect(trail(midnight('2026-11-01'), midnight('2026-12-01'))).toBe(
    '/audit?outcome=REFUSED&occurred_after=2026-11-01&occurred_before=2026-11-30',
  );
  const [after, before] = [dayjs('2026-11-01T05:30').toISOString(), dayjs('2026-12-01T05:30').toISOString()];
  expect(trail(after, before)).toBe(
    `/audit?outcome=REFUSED&occurred_after=${encodeURIComponent(after)}&occurred_before=${encodeURIComponent(before)}`,
  );
});

it('a person’s figure stays within the department that was asked for', () => {
  expect(within(figure(1, 'person_id=p1'), 'd1').filter).toBe('person_id=p1&department_id=d1');
  expect(within(figure(1, 'person_id=p1'), undefined).filter).toBe('person_id=p1');
  expect(within(figure(1, 'department_id=d1'), 'd1').filter).toBe('department_id=d1');
});
