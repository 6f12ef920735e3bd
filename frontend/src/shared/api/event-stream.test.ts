import { afterEach, describe, expect, it, vi } from 'vitest';
import { followEvents, frameReader, type LiveEvent } from './event-stream';

const stream =
  ': hello\n\nid: 41\nevent: client.updated\ndata: {"a":1,\ndata: "b":2}\n\nid: 42\r\ndata: x\r\n\r\ndata: unfinished\n';
const whole = [
  { id: '41', event: 'client.updated', data: '{"a":1,\n"b":2}' },
  { id: '42', event: null, data: 'x' },
];

describe('the live stream', () => {
  it('finds the same frames wherever the network cuts it', () => {
    for (let size = 1; size <= stream.length; size += 1) {
      const frames: unknown[] = [];
      const feed = frameReader((frame) => frames.push(frame));
      for (let at = 0; at < stream.length; at += size) feed(stream.slice(at, at + size));
      expect(frames, `cut every ${size} characters`).toEqual(whole);
    }
  });

  it('learns its place from the first words and from a sign of life, before anything has happened', () => {
    const places: unknown[] = [];
    const feed = frameReader(({ id, data }) => places.push([id, data]));
    feed('retry: 2000\nid: 40\n\n: beat\nid: 52\n\n: beat\n\n');
    expect(places).toEqual([
      ['40', ''],
      ['52', ''],
    ]);
  });
});

/** A service whose stream says these frames and then breaks off. */
function brokenOffAfter(frames: string) {
  const fetched = vi.fn(async () => {
    let isSaid = false;
    const body = new ReadableStream({
      pull(controller) {
        if (isSaid) controller.error(new TypeError('connection reset'));
        else controller.enqueue(new TextEncoder().encode(frames));
        isSaid = true;
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('the end of the live stream', () => {
  afterEach(() => vi.useRealTimers());

  const event = { id: 'e1', resource: { type: 'client', id: 'c1' } };
  const follow = async (frames: string) => {
    vi.useFakeTimers();
    const fetched = brokenOffAfter(frames);
    const stop = new AbortController();
    const told: LiveEvent[] = [];
    const over = followEvents(
      stop.signal,
      () => undefined,
      (one) => told.push(one),
    );
    await vi.advanceTimersByTimeAsync(1000);
    const readings = fetched.mock.calls.length;
    stop.abort();
    await vi.runAllTimersAsync();
    await over;
    return { told, readings };
  };

  it('is not told as an event, and is come back from without a longer wait', async () => {
    const end = 'event: end\ndata: {"reason":"STOPPING"}\n\n';
    const { told, readings } = await follow(`id: 41\ndata: ${JSON.stringify(event)}\n\n${end}`);
    expect(told).toContainEqual(event);
    expect(told.every(({ resource }) => resource.type === 'client')).toBe(true);
    expect(readings).toBe(2);
  });

  it('without a word is a failure, and the wait grows', async () => {
    expect((await follow('id: 41\n\n')).readings).toBe(1);
  });
});
