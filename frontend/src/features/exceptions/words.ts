import type { ExceptionRow } from './queries';

export const kinds = [
  'OBLIGATION',
  'DUPLICATE_CLIENT',
  'LEVEL_BELOW_DEALINGS',
  'ACROSS_LEVELS',
] as const satisfies readonly ExceptionRow['kind'][];

export const states = [
  'REQUESTED',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
  'LAPSED',
] as const satisfies readonly ExceptionRow['state'][];
