import type { Tone } from '@/shared/ui/values/tag';
import type { Obligation, ObligationRow } from './queries';

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

export const exceptionTones: Record<Obligation['exceptions'][number]['state'], Tone> = {
  REQUESTED: 'accent',
  APPROVED: 'ok',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
  LAPSED: 'neutral',
};
