import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// Read from the disk: the test runner leaves style sheets empty.
const root = join(process.cwd(), 'src');
const read = (kind: RegExp): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => kind.test(file))
      .map((file) => [`/src/${file}`, readFileSync(join(root, file), 'utf8')]),
  );
const sheets = read(/\.css$/);
const modules = read(/\.tsx?$/);

/** The path that an import means, where it is one of ours. */
function pathOf(from: string, name: string): string[] {
  const stem = name.startsWith('@/')
    ? `/src/${name.slice(2)}`
    : decodeURI(new URL(name, `file://${from}`).pathname);
  return ['', '.ts', '.tsx'].map((end) => stem + end).filter((path) => path in modules || path in sheets);
}

function importsOf(path: string): string[] {
  const source = modules[path] ?? sheets[path] ?? '';
  const found = source.matchAll(/^@?(?:import|export) (?!type )(?:[^;"']* from )?["']([@.][^"']+)["'];/gm);
  return [...found].flatMap(([, name]) => pathOf(path, name ?? ''));
}

/** Everything that is loaded with a module; of another feature only what is used is, and of the routes what is visited. */
function loadedWith(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || /\/public\.ts$|\.gen\.ts$/.test(path)) return seen;
  seen.add(path);
  for (const next of importsOf(path)) loadedWith(next, seen);
  return seen;
}
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
const classesOf = (text: string) => new Set(text.match(/\bzd-[a-z0-9-]+/g) ?? []);

it('a component loads the style sheet of every class it names, whichever page comes first', () => {
  const everywhere = new Set([
    ...loadedWith('/src/app/main.tsx'),
    ...Object.keys(sheets).filter((sheet) => sheet.startsWith('/src/app/shell/')),
  ]);
  // The parts of a component are loaded with it, and it stands beside them.
  const isBeside = (path: string, sheet: string) => folderOf(path) === folderOf(sheet);
  const homes = new Map<string, string[]>();
  for (const [sheet, text] of Object.entries(sheets)) {
    for (const name of text.match(/(?<=\.)zd-[a-z0-9-]+/g) ?? []) {
      homes.set(name, [...(homes.get(name) ?? []), sheet]);
    }
  }
  const bare = Object.entries(modules).flatMap(([path, source]) => {
    if (!path.endsWith('.tsx') || path.includes('.test.')) return [];
    const loaded = loadedWith(path);
    const isBare = (name: string) =>
      homes.has(name) &&
      !homes.get(name)?.some((sheet) => loaded.has(sheet) || everywhere.has(sheet) || isBeside(path, sheet));
    return [...classesOf(source)].filter(isBare).map((name) => `${path} ${name}`);
  });
  expect(bare).toEqual([]);
});
