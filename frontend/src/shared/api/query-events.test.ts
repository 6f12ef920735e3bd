import { expect, it } from 'vitest';
import { concerns } from './query-events';

it('an event concerns the queries of its type, and those that name it among what they are made of', () => {
  const rights = { queryKey: ['me', 'permissions'], meta: { changedBy: ['delegation'] } };
  expect(concerns('delegation', { queryKey: ['delegation', 'list'], meta: undefined })).toBe(true);
  expect(concerns('delegation', rights)).toBe(true);
  expect(concerns('client', rights)).toBe(false);
});
