// The budgets of the first visit, gzipped: the entry with everything it imports statically, and
// the first list page in all, its frame, styles and texts included. `tests/bench/sizes.rs` reports the same.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const kib = 1024;
const budgets = { entry: 210 * kib, list: 360 * kib };
/** What the list's page needs besides the entry. */
const listPage = ['routes/_app.tsx', 'routes/_app/clients/index.tsx', 'locales/zh-CN/clients.json'];

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const chunks = Object.entries(manifest);

function collect(name, files) {
  const chunk = manifest[name];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const key of chunk.imports ?? []) collect(key, files);
}

function named(part) {
  const found = chunks.find(([name]) => name.includes(part));
  if (!found) throw new Error(`no chunk of ${part}: has the page moved?`);
  return found[0];
}

// By gzip itself, as the benchmark measures: the two must not differ about who keeps the budget.
const gzipped = (file) => execFileSync('gzip', ['-9c', `dist/${file}`], { maxBuffer: 64 * kib * kib }).length;

function measure(title, files, budget) {
  const size = [...files].reduce((sum, file) => sum + gzipped(file), 0);
  process.stdout.write(
    `${title}: ${(size / kib).toFixed(1)} KiB gzip in ${files.size} files (budget ${budget / kib} KiB)\n`,
  );
  return size <= budget;
}

const files = new Set();
collect(chunks.find(([, chunk]) => chunk.isEntry)[0], files);
const isEntryKept = measure('entry script', files, budgets.entry);
for (const part of listPage) collect(named(part), files);
const isListKept = measure('first list page in all', files, budgets.list);
if (!isEntryKept || !isListKept) process.exit(1);
