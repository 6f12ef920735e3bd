import type { Tone } from '@/shared/ui/values/tag';
import type { LoanRow } from './queries';

export const kinds = ['STATISTICS', 'CONSULTATION', 'LOAN'] as const satisfies readonly LoanRow['kind'][];

export const states = [
  'REQUESTED',
  'SENT_BACK',
  'APPROVED',
  'HANDED_OUT',
  'PROVIDED',
  'GIVEN_BACK',
  'LOST',
  'REJECTED',
  'WITHDRAWN',
] as const satisfies readonly LoanRow['state'][];

export const tones: Record<LoanRow['state'], Tone> = {
  REQUESTED: 'accent',
  SENT_BACK: 'warning',
  REJECTED: 'danger',
  WITHDRAWN: 'neutral',
  APPROVED: 'warning',
  PROVIDED: 'ok',
  HANDED_OUT: 'accent',
  GIVEN_BACK: 'ok',
  LOST: 'danger',
};
