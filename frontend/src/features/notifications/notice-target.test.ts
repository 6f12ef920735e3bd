import { expect, it } from 'vitest';
import { severalOf } from './notice-target';
import type { Notification } from './queries';

const notice = (kind: string, params: object) => ({ kind, params }) as Pick<Notification, 'kind' | 'params'>;
const of = (count: unknown) => ({ kind: 'client.contact', count, due_on: '2026-12-07' });

it('what tells of several opens the list of their kind: one’s own, or of the people below', () => {
  expect(severalOf(notice('obligation.opened', of(35)))).toEqual({
    count: 35,
    dueOn: '2026-12-07',
    href: '/obligations?whose=MINE&kind=client.contact',
  });
  expect(severalOf(notice('obligation.escalated', of(2)))?.href).toBe(
    '/obligations?whose=TEAM&kind=client.contact',
  );
});

it('one alone, and what is no obligation, opens its own record', () => {
  expect(severalOf(notice('obligation.opened', of(1)))).toBeNull();
  expect(severalOf(notice('client.mentioned', of(3)))).toBeNull();
});
