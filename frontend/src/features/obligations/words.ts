import type { Tone } from '@/shared/ui/values/tag';
import type { ObligationRow } from './queries';

export const states = [
  'OPEN',
  'FULFILLED',
  'EXCUSED',
  'VOID',
] as const satisfies readonly ObligationRow['state'][];

export const tones: Record<ObligationRow['state'], Tone> = {
  OPEN: 'accent',
  FULFILLED: 'ok',
  EXCUSED: 'warning',
  VOID: 'neutral',
};
