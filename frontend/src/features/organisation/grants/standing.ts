import dayjs from 'dayjs';
import type { Grant } from './queries';

type Times = Pick<Grant, 'active' | 'valid_from' | 'valid_until' | 'revoked_at'>;
export type Standing = 'IN_FORCE' | 'TO_COME' | 'REVOKED' | 'EXPIRED';

/** Where a grant stands; that it is in force is the service's word. */
export function standingOf(grant: Times, now: string): Standing {
  if (grant.active) return 'IN_FORCE';
  if (grant.revoked_at) return 'REVOKED';
  return dayjs(grant.valid_from).isAfter(now) ? 'TO_COME' : 'EXPIRED';
}

/** What can still collide with another: in force or to come. */
export function isOpen(grant: Times, now: string): boolean {
  const standing = standingOf(grant, now);
  return standing === 'IN_FORCE' || standing === 'TO_COME';
}

/** From the first moment of one day to the end of another, in the zone of who asks. */
export function timesOf(from: unknown, until: unknown): { valid_from?: string; valid_until?: string } {
  const day = (value: unknown) =>
    typeof value === 'string' && value !== '' ? dayjs(value).startOf('day') : null;
  const [first, last] = [day(from), day(until)];
  return {
    ...(first ? { valid_from: first.toISOString() } : {}),
    ...(last ? { valid_until: last.add(1, 'day').toISOString() } : {}),
  };
}
