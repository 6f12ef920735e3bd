import type { Tone } from '@/shared/ui/values/tag';
import type { IncidentRow, Measure } from './queries';

export const kinds = ['BREACH', 'LOSS', 'LEAK'] as const satisfies readonly IncidentRow['kind'][];

export const states = ['OPEN', 'TAKEN_UP', 'CONCLUDED'] as const satisfies readonly IncidentRow['state'][];

export const measures = [
  'WARNING',
  'DEMERIT',
  'FINE',
  'DISMISSAL',
  'AUTHORITIES',
  'NONE',
] as const satisfies readonly Measure[];

export const tones: Record<IncidentRow['state'], Tone> = {
  OPEN: 'warning',
  TAKEN_UP: 'warning',
  CONCLUDED: 'ok',
};
