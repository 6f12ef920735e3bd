import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { concerns, readAgain } from './query-events';

it('an event concerns the queries of its type, and those that name it among what they are made of', () => {
  const rights = { queryKey: ['me', 'permissions'], meta: { changedBy: ['delegation'] } };
  expect(concerns('delegation', { queryKey: ['delegation', 'list'], meta: undefined })).toBe(true);
  expect(concerns('delegation', rights)).toBe(true);
  expect(concerns('client', rights)).toBe(false);
});

it('an event during the first reading is not lost: what was answered before it is not shown', async () => {
  const cache = new QueryClient();
  const answers: ((value: string) => void)[] = [];
  const read = () => new Promise<string>((resolve) => answers.push(resolve));
  const shown = new QueryObserver(cache, { queryKey: ['client', 'one', '7'], queryFn: read });
  const stop = shown.subscribe(() => undefined);
  expect(answers).toHaveLength(1);
  const done = readAgain(cache, 'client');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[0]?.('before the change');
  answers[1]?.('after the change');
  await done;
  expect(shown.getCurrentResult().data).toBe('after the change');
  stop();
});

it('an event leaves alone the first reading of what it does not concern', async () => {
  const cache = new QueryClient();
  const read = vi.fn(() => new Promise<string>(() => undefined));
  const stop = new QueryObserver(cache, { queryKey: ['role', 'list'], queryFn: read }).subscribe(
    () => undefined,
  );
  await readAgain(cache, 'client');
  expect(read).toHaveBeenCalledTimes(1);
  stop();
});
