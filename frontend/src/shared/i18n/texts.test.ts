import { describe, expect, it } from 'vitest';
import { locales } from './locale';

type Tree = { [key: string]: string | Tree };
const files = import.meta.glob<Tree>('./locales/*/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>('/src/**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : texts(value, `${path}${key}.`),
  );
}
const namespaces = [...new Set(Object.keys(files).map((file) => file.split('/').pop() ?? ''))];
const load = (locale: string, namespace: string) => texts(files[`./locales/${locale}/${namespace}`] ?? {});
const singular = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((found) => found[1]).sort();

describe.each(namespaces)('the texts of %s', (namespace) => {
  const reference = new Map(load('zh-CN', namespace));

  it.each(locales)('are complete in %s and leave nothing over', (locale) => {
    const keys = new Set(load(locale, namespace).map(([key]) => singular(key)));
    expect([...keys].sort()).toEqual([...new Set([...reference.keys()].map(singular))].sort());
  });

  it.each(['zh-CN', 'zh-TW'])('have the points of Chinese in %s', (locale) => {
    const narrow = /[\p{Script=Han}}][,:;()!?]|[,:;()!?][\p{Script=Han}{]/u;
    const wrong = load(locale, namespace).filter(
      ([, text]) => /\p{Script=Han}/u.test(text) && narrow.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it.each(locales)('are nowhere empty and keep their values in %s', (locale) => {
    for (const [key, text] of load(locale, namespace)) {
      expect(text.trim(), key).not.toBe('');
      expect(holes(text), key).toEqual(holes(reference.get(singular(key)) ?? reference.get(key) ?? ''));
    }
  });
});

it('no text stands in the code', () => {
  const isCode = (path: string) => !/\.test\.tsx?$|\/testing\/|\.gen\.ts$|schema\.d\.ts$/.test(path);
  const withText = Object.entries(sources).filter(([path, source]) => {
    const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    return isCode(path) && /\p{Script=Han}/u.test(code);
  });
  expect(withText.map(([path]) => path)).toEqual([]);
});

it('no icon says its English name to those who hear the page', () => {
  const loud = /<[A-Z]\w+(?:Outlined|Filled|TwoTone)\b(?![^>]*aria-hidden)/;
  expect(Object.keys(sources).filter((path) => loud.test(sources[path] ?? ''))).toEqual([]);
});
