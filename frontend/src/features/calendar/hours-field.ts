import { ProblemError } from '@/shared/api/problem';
import { type Interval, readHours } from './days';

/** The working time that was typed into a field; where it is none, the refusal that belongs to the field. */
export function hoursOf(typed: unknown, field: string, refusal: string): Interval[] {
  const read = readHours(typeof typed === 'string' ? typed : '');
  if (read) return read;
  throw new ProblemError(422, 'VALIDATION_FAILED', {
    errors: [{ pointer: `/${field}`, code: 'FORMAT', detail: refusal, params: {} }],
  });
}
