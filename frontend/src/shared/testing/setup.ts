import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, vi } from 'vitest';

// A busy machine is slow; a test waits for what it names, and not for a second.
configure({ asyncUtilTimeout: 10_000 });

// jsdom knows no layout: every test sees a wide, light and still screen unless it says otherwise.
window.matchMedia = (query: string) => ({
  matches: query.includes('prefers-reduced-motion'),
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
  onchange: null,
});
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => undefined;
// rc components measure pseudo elements, which jsdom refuses loudly.
const computed = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => computed(element);

// The modules under test read the language as they load.
localStorage.setItem('zhidu.locale', 'zh-CN');

beforeAll(async () => {
  const { startI18n } = await import('@/shared/i18n/i18n');
  const { loadAntdLocale } = await import('@/shared/ui/theme/antd-locale');
  if (!i18next.isInitialized) await startI18n();
  await loadAntdLocale('zh-CN');
  await i18next.loadNamespaces([
    'acts',
    'approvals',
    'audit',
    'channels',
    'session',
    'shell',
    'workbench',
    'clients',
    'client-record',
    'client-intake',
    'client-reports',
    'organisation',
    'calendar',
    'information-reports',
    'compliance',
    'destructions',
    'incidents',
    'disclosures',
    'exceptions',
    'jobs',
    'lending',
    'loans',
    'market',
    'obligations',
    'problem-page',
    'webhooks',
  ]);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  for (const key of Object.keys(localStorage)) if (key !== 'zhidu.locale') localStorage.removeItem(key);
});
