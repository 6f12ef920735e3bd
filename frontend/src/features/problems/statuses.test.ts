import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { statusOf } from './statuses';

const api = join(process.cwd(), '../api');

/** `NAME => 409, "…"`: how the areas of the service write their codes. */
function codesOf(folder: string): [string, number][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rs'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/^\s*([A-Z][A-Z0-9_]+) => (\d{3}),\s*"/gm),
    ])
    .flatMap(([, name, status]) => (name ? [[name, Number(status)] as [string, number]] : []));
}

it('every code stands with the status under which the service answers it', () => {
  expect(statusOf).toEqual(Object.fromEntries(codesOf(api)));
});
