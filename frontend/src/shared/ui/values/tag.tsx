import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warning' | 'danger';

/** A state in a word; the tone only supports the word, it never stands alone. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="zd-tag" data-tone={tone}>
      {children}
    </span>
  );
}
