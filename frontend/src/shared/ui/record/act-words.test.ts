import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import acts from '../../i18n/locales/zh-CN/acts.json';

const api = join(process.cwd(), '../api');

/** The product code of the service, without its tests, what people are told, its notes and what it says for the contract. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.rs') && !/(^|[/_])tests?\.rs$|_tests\.rs$|(^|\/)notices\.rs$/.test(file),
    )
    .map((file) => readFileSync(join(folder, file), 'utf8').split('#[cfg(test)]')[0] ?? '')
    .map((code) => code.replace(/^\s*(\/\/|#\[).*$|\bexample = "[^"]*"/gm, ''));
}
const code = [...sources(join(api, 'crates')), readFileSync(join(api, 'src/refusals.rs'), 'utf8')].join('\n');
const name = '[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*';
const all = (pattern: string) => new Set([...code.matchAll(new RegExp(pattern, 'gm'))].map(([, one]) => one));

/** Dotted names that are no acts: permissions, columns of a client file, kinds of obligations. */
const others = new Set([
  ...all(`^\\s*[A-Z][a-z]\\w+ = "(${name})", \\w+`),
  ...all(`^\\s*"(${name})" \\w+;`),
  // What can fall due, by its kind.
  ...all(`^\\s*[A-Z_]+, "(${name})",`),
  ...all(`^\\s*code: "(${name})",`),
  'notification.created',
  // The field by which the trail says of which paper it speaks.
  'attachment.id',
  // What a certificate of destruction says of the entries that were severed for it.
  'severed.entries',
  'severed.digest',
  // Files of a pack of evidence.
  'manifest.json',
  'manifest.sig',
]);
/** Acts that are recorded under the name of the notice which tells of them: the literal stands in `notices.rs`. */
const asTold = [
  'client-instruction.confirmed',
  'client-instruction.withdrawn',
  'exception.approved',
  'exception.refused',
];
const literals = [...all(`"(${name})"`)].filter((one) => one !== undefined && !others.has(one));
const recorded = [...new Set([...literals, ...asTold])].sort();

it('every act that the service records has a word, and no word is for an act that it does not record', () => {
  const worded = Object.entries(acts.act).flatMap(([area, words]) =>
    Object.keys(words).map((act) => `${area}.${act}`),
  );
  expect(recorded).toEqual(worded.sort());
});

it('every kind of record that an act is done to has a word', () => {
  const kinds = all('(?:Resource::new\\(\\s*|Resource \\{ kind: )"([a-z-]+)"');
  expect([...kinds].filter((kind) => kind !== undefined && !(kind in acts.record))).toEqual([]);
  expect(kinds.size).toBeGreaterThan(12);
});
