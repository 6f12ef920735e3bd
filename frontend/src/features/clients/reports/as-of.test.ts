import { expect, it } from 'vitest';
import { isOver } from './as-of';

it('a period is over once the archive is counted after its last day', () => {
  expect(isOver({ to: '2026-09-30', as_of: '2026-11-28T02:00:00Z' })).toBe(true);
  expect(isOver({ to: '2026-12-31', as_of: '2026-11-28T02:00:00Z' })).toBe(false);
});
