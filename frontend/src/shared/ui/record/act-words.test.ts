import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import acts from '../../i18n/locales/zh-CN/acts.json';

const api = join(process.cwd(), '../api');

/** The product code of the service, without its tests, its notes and what it says for the contract. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rs') && !/(^|[/_])tests?\.rs$|_tests\.rs$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').split('#[cfg(test)]')[0] ?? '')
    .map((code) => code.replace(/^\s*(\/\/|#\[).*$|\bexample = "[^"]*"/gm, ''));
}
const code = [...sources(join(api, 'crates')), readFileSync(join(api, 'src/refusals.rs'), 'utf8')].join('\n');
const name = '[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*';
const all = (pattern: string) => new Set([...code.matchAll(new RegExp(pattern, 'gm'))].map(([, one]) => one));

/** Dotted names that are no acts: permissions, columns of a client file, kinds of obligations, what is told without being an act. */
const others = new Set([
  ...all(`^\\s*[A-Z][a-z]\\w+ = "(${name})", \\w+`),
  ...all(`^\\s*"(${name})" \\w+;`),
  // What can fall due, by its kind.
  ...all(`^\\s*[A-Z_]+, "(${name})",`),
  ...all(`^\\s*code: "(${name})",`),
  'client.mentioned',
  'client.handed-away',
  'notification.created',
  // What people are told and no act of somebody's: an end, a task, a term.
  'approval.across-levels-decided',
  'approval.approved',
  'approval.overdue',
  'approval.returned',
  'approval.stuck',
  'approval.task-opened',
  'client-loan.lost-below',
  'obligation.opened',
  'obligation.due-soon',
]);
const recorded = [...all(`"(${name})"`)].filter((one) => one !== undefined && !others.has(one)).sort();

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
