import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { isOpen, standingOf, timesOf } from './standing';

const now = '2026-11-22T04:00:00Z';
const grant = (parts: object) => ({
  active: false,
  valid_from: '2026-01-01T00:00:00Z',
  valid_until: null,
  revoked_at: null,
  ...parts,
});

describe('where a grant stands', () => {
  it('is in force when the service says so', () => {
    expect(standingOf(grant({ active: true }), now)).toBe('IN_FORCE');
  });

  it('tells what is yet to begin from what is over', () => {
    expect(standingOf(grant({ valid_from: '2026-12-01T00:00:00Z' }), now)).toBe('TO_COME');
    expect(standingOf(grant({ valid_until: '2026-03-01T00:00:00Z' }), now)).toBe('EXPIRED');
  });

  it('is revoked, though it was yet to begin', () => {
    const revoked = grant({ valid_from: '2026-12-01T00:00:00Z', revoked_at: '2026-11-20T00:00:00Z' });
    expect(standingOf(revoked, now)).toBe('REVOKED');
    expect(isOpen(revoked, now)).toBe(false);
  });
});

describe('the days of a grant', () => {
  it('reach from the first moment of the one to the last of the other', () => {
    expect(timesOf('2026-12-01', '2026-12-31')).toEqual({
      valid_from: dayjs('2026-12-01T00:00:00').toISOString(),
      valid_until: dayjs('2027-01-01T00:00:00').toISOString(),
    });
  });

  it('are not sent when they are left open', () => {
    expect(timesOf(undefined, null)).toEqual({});
    expect(timesOf('', undefined)).toEqual({});
  });
});
