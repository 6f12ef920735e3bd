/** The languages the product speaks; the first is the default. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];

const storageKey = 'zhidu.locale';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

function initialLocale(): Locale {
  const stored = localStorage.getItem(storageKey);
  if (isLocale(stored)) return stored;
  // Any other Chinese reads the default; traditional script is recognised by region or script.
  const wanted = navigator.language;
  if (/^zh-(TW|HK|MO|Hant)/i.test(wanted)) return 'zh-TW';
  return /^en/i.test(wanted) ? 'en' : 'zh-CN';
}

let current: Locale = initialLocale();

export function currentLocale(): Locale {
  return current;
}

export function rememberLocale(locale: Locale): void {
  current = locale;
  localStorage.setItem(storageKey, locale);
}
