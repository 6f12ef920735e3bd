// The budget of the first visit: the entry's script, with everything it imports statically, gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = 210 * 1024;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const entry = Object.values(manifest).find((chunk) => chunk.isEntry);

const files = new Set();
const collect = (chunk) => {
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const key of chunk.imports ?? []) collect(manifest[key]);
};
collect(entry);

const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
process.stdout.write(
  `entry script: ${(size / 1024).toFixed(1)} KiB gzip in ${files.size} files (budget ${budget / 1024} KiB)\n`,
);
if (size > budget) process.exit(1);
