import type { Tone } from '@/shared/ui/values/tag';
import type { ExceptionRow } from './queries';

export const kinds = [
  'OBLIGATION',
  'DUPLICATE_CLIENT',
  'ACROSS_LEVELS',
] as const satisfies readonly ExceptionRow['kind'][];

export const states = [
  'REQUESTED',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
  'LAPSED',
] as const satisfies readonly ExceptionRow['state'][];

export const tones: Record<ExceptionRow['state'], Tone> = {
  REQUESTED: 'accent',
  APPROVED: 'ok',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
  LAPSED: 'neutral',
};
