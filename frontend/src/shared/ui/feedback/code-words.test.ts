import { renderHook } from '@testing-library/react';
import i18next from 'i18next';
import { afterAll, expect, it } from 'vitest';
import { statusOf } from '@/shared/api/statuses.gen';
import { locales } from '@/shared/i18n/locale';
import { useCodeWord } from './code-words';

afterAll(() => i18next.changeLanguage('zh-CN'));

it.each(locales)('a code is a whole sentence where its figures are not known, in %s', async (locale) => {
  await i18next.changeLanguage(locale);
  const { result } = renderHook(() => useCodeWord());
  const words = Object.keys(statusOf).map((code) => [code, result.current(code)] as const);
  expect(words.filter(([code, word]) => word === code)).toEqual([]);
  expect(words.filter(([, word]) => /[{}]|[:：,，]$|“\s*”|「\s*」|""/.test(word))).toEqual([]);
});

it('stands an ellipsis for every figure, also for one at the end', async () => {
  await i18next.changeLanguage('zh-CN');
  const { result } = renderHook(() => useCodeWord());
  expect(result.current('CLIENT_BASIC_INCOMPLETE')).toBe('基本档案不完整，缺少：…');
  expect(result.current('IMPORT_COLUMN_MISSING')).toBe('缺少必需的列“…”');
});
