// What `make check` asks about npm packages.
//
//   npm-checks.mjs single-versions    on frontend/package-lock.json
//   npm-checks.mjs lock-current       frontend/package.json asks for what the lock file holds
//   npm-checks.mjs advisories         reads the answer of `npm audit --json` from stdin
//
// Exits with 0 (good), 1 (bad) or 75 (this machine does not let it say).
import { readFileSync } from 'node:fs';

// Two versions of one of these in a page are two contexts: hooks fail, caches and styles part.
// Build tools (`dev`) may bring their own.
const SINGLE = [
  'react',
  'react-dom',
  'antd',
  'dayjs',
  'i18next',
  '@ant-design/cssinjs',
  '@tanstack/react-query',
  '@tanstack/query-core',
  '@tanstack/react-router',
  '@tanstack/router-core',
];

function singleVersions() {
  const { packages } = JSON.parse(readFileSync('frontend/package-lock.json', 'utf8'));
  const found = new Map(SINGLE.map((name) => [name, new Set()]));
  for (const [path, { version, dev }] of Object.entries(packages)) {
    if (!dev) found.get(path.split('node_modules/').pop())?.add(version);
  }
  const wrong = [...found].filter(([, versions]) => versions.size !== 1);
  for (const [name, versions] of wrong) {
    console.log(versions.size === 0 ? `${name} is gone: correct this list` : `${name}: ${[...versions].join(', ')}`);
  }
  return wrong.length === 0 ? 0 : 1;
}

function lockCurrent() {
  const wanted = JSON.parse(readFileSync('frontend/package.json', 'utf8'));
  const locked = JSON.parse(readFileSync('frontend/package-lock.json', 'utf8')).packages;
  const wrong = [];
  for (const kind of ['dependencies', 'devDependencies']) {
    for (const [name, version] of Object.entries(wanted[kind] ?? {})) {
      const held = locked[`node_modules/${name}`]?.version;
      // Versions are exact (.npmrc has save-exact), so that equality is the whole question.
      if (held !== version) wrong.push(`${name}: package.json ${version}, lock file ${held ?? 'nothing'}`);
    }
  }
  for (const line of wrong) console.log(line);
  return wrong.length === 0 ? 0 : 1;
}

function advisories() {
  let report = {};
  try {
    report = JSON.parse(readFileSync(0, 'utf8'));
  } catch {
    // no answer at all: the same as one without a report
  }
  if (!report.metadata) {
    console.log('the registry gives no audit');
    return 75;
  }
  const bad = Object.values(report.vulnerabilities).filter((v) => ['high', 'critical'].includes(v.severity));
  for (const v of bad) console.log(`${v.severity}: ${v.name} ${v.range}`);
  return bad.length === 0 ? 0 : 1;
}

const checks = { 'single-versions': singleVersions, 'lock-current': lockCurrent, advisories };
const check = checks[process.argv[2]];
if (!check) throw new Error(`one of: ${Object.keys(checks).join(', ')}`);
process.exitCode = check();
