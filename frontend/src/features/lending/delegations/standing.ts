import type { Tone } from '@/shared/ui/values/tag';
import type { Delegation } from './queries';

export type Standing = 'ACTIVE' | 'AHEAD' | 'REVOKED' | 'OVER';

export const standingTones: Record<Standing, Tone> = {
  ACTIVE: 'ok',
  AHEAD: 'accent',
  REVOKED: 'warning',
  OVER: 'neutral',
};

type Dated = Pick<Delegation, 'active' | 'revoked_at' | 'valid_from'>;

/** Whether a delegation counts is the service's word; this clock only tells what is ahead from what is over. */
export function standingOf({ active, revoked_at, valid_from }: Dated, now: Date): Standing {
  if (revoked_at) return 'REVOKED';
  if (active) return 'ACTIVE';
  return new Date(valid_from) > now ? 'AHEAD' : 'OVER';
}
