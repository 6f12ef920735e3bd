import { describe, expect, it } from 'vitest';
import { frameReader } from './event-stream';

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
