import { authorisedFetch } from './client';
import type { components } from './schema';

export type LiveEvent = components['schemas']['Event'];
type Frame = { id: string | null; event: string | null; data: string };

/**
 * Splits a server-sent stream into frames; a chunk may end anywhere, also inside a line. A frame that only
 * moves the place to come back to has no data.
 */
export function frameReader(onFrame: (frame: Frame) => void): (chunk: string) => void {
  let rest = '';
  let id: string | null = null;
  let event: string | null = null;
  let data: string[] = [];
  let hasMoved = false;
  const field = (line: string) => {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'id') {
      id = value;
      hasMoved = true;
    }
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
  };
  const dispatch = () => {
    if (data.length > 0 || hasMoved) onFrame({ id, event, data: data.join('\n') });
    event = null;
    data = [];
    hasMoved = false;
  };
  return (chunk) => {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') dispatch();
      else field(line);
    }
  };
}

async function readOnce(
  signal: AbortSignal,
  lastId: string | null,
  onOpen: () => void,
  onFrame: (frame: Frame) => void,
) {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (lastId) headers['Last-Event-ID'] = lastId;
  const request = new Request(new URL('/api/v1/events/stream', location.origin), { headers, signal });
  const response = await authorisedFetch(request);
  if (!response.ok || !response.body) return false;
  onOpen();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const feed = frameReader(onFrame);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    feed(value);
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * Follows the live stream until aborted, resuming after the last event seen. `EventSource` is not used
 * because it cannot send the bearer token in a header, and a token in an address ends up in logs.
 *
 * `onBegin`: events are told from here on; what was read before may have been changed since.
 */
export async function followEvents(
  signal: AbortSignal,
  onBegin: () => void,
  onEvent: (event: LiveEvent) => void,
): Promise<void> {
  let lastId: string | null = null;
  let wait = 1000;
  while (!signal.aborted) {
    const onOpen = lastId === null ? onBegin : () => {};
    let isOrderly = false;
    const read = await readOnce(signal, lastId, onOpen, (frame) => {
      if (frame.id) lastId = frame.id;
      wait = 1000;
      // The service says goodbye before it stops or the session ends; however the connection then breaks
      // off, it was no failure.
      if (frame.event === 'end') isOrderly = true;
      // Events have no name: whatever has one is not for those who follow.
      const event = frame.event === null ? parseEvent(frame.data) : null;
      if (event) onEvent(event);
    }).catch(() => false);
    if (!read && !isOrderly) wait = Math.min(wait * 2, 30000);
    await pause(wait, signal);
  }
}

function parseEvent(data: string): LiveEvent | null {
  try {
    return JSON.parse(data) as LiveEvent;
  } catch {
    return null;
  }
}
