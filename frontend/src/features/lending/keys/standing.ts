import type { Tone } from '@/shared/ui/values/tag';
import type { ApiKey } from './queries';

export type KeyStanding = 'ACTIVE' | 'REVOKED' | 'EXPIRED';

export const keyTones: Record<KeyStanding, Tone> = { ACTIVE: 'ok', REVOKED: 'warning', EXPIRED: 'neutral' };

export function keyStandingOf({ active, revoked_at }: Pick<ApiKey, 'active' | 'revoked_at'>): KeyStanding {
  if (revoked_at) return 'REVOKED';
  return active ? 'ACTIVE' : 'EXPIRED';
}
