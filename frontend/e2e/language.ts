import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Everything written in the texts of a language. */
function written(locale: string): string {
  const folder = `src/shared/i18n/locales/${locale}`;
  return readdirSync(folder)
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('');
}

/** Characters that the texts have in simplified script alone. */
function simplifiedOnly(): string[] {
  const traditional = new Set(written('zh-TW'));
  return [...new Set(written('zh-CN'))].filter((one) => /\p{Script=Han}/u.test(one) && !traditional.has(one));
}

/** What the application itself says; records and names are in the language they were written in. */
const own = 'button, label, legend, th, dt, h2, nav a, [role="columnheader"], [role="status"], caption';

/** Words of the page's own that are a key without a text, or in another language than this one. */
export async function languageFaults(page: Page, locale: 'zh-TW' | 'en'): Promise<string[]> {
  const foreign = locale === 'en' ? '\\p{Script=Han}' : `[${simplifiedOnly().join('')}]`;
  return page.evaluate(
    ({ own, foreign }) => {
      const said = (one: Element) => [one.textContent, one.getAttribute('aria-label')];
      // The name of the person, of a language, and what the report counts by are data.
      const data = '.zd-user, [lang]:not(html), tbody th, .zd-entrance-locales';
      const words = [...document.querySelectorAll(own)]
        .filter((one) => !one.closest(data))
        .flatMap(said)
        .flatMap((text) => (text?.trim() ? [text.trim()] : []));
      const pattern = new RegExp(foreign, 'u');
      const isKey = (text: string) => /^[a-z][a-zA-Z-]*(:[a-zA-Z-]+)?(\.[a-zA-Z-]+)+$/.test(text);
      return [...new Set([...words, document.title])].filter((text) => pattern.test(text) || isKey(text));
    },
    { own, foreign },
  );
}
