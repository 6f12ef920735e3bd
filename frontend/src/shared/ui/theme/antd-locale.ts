import type { Locale } from 'antd/es/locale';

const files: Record<string, () => Promise<{ default: Locale }>> = {
  'zh-CN': () => import('antd/es/locale/zh_CN'),
  'zh-TW': () => import('antd/es/locale/zh_TW'),
  en: () => import('antd/es/locale/en_US'),
};

let current: Locale | undefined;

/**
 * antd's own texts. They are loaded before the first render: antd wraps its tree anew when a locale appears
 * where there was none, and a form half filled in would be lost.
 */
export async function loadAntdLocale(language: string): Promise<Locale | undefined> {
  const file = await files[language]?.();
  if (file) current = file.default;
  return current;
}

export function currentAntdLocale(): Locale | undefined {
  return current;
}
