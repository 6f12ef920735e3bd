import { useEffect } from 'react';
import { changeLocale } from '@/shared/i18n/i18n';
import { currentLocale, isLocale, type Locale } from '@/shared/i18n/locale';
import { setThemeMode, type ThemeMode, themeModes } from '@/shared/ui/theme/theme-mode';
import { useChangeMe, useMe } from './queries';

/** Language and theme: shown at once, and kept with the person so that every desk looks the same. */
export function usePreferences() {
  const me = useMe();
  const change = useChangeMe();
  const locale = me.data?.locale;
  const theme = me.data?.theme;
  useEffect(() => {
    if (isLocale(locale) && locale !== currentLocale()) changeLocale(locale);
  }, [locale]);
  useEffect(() => {
    const known = themeModes.find((mode) => mode === theme);
    if (known) setThemeMode(known);
  }, [theme]);
  // Chosen before the person is known, it is kept as soon as they are.
  const keep = async (patch: { locale: Locale } | { theme: ThemeMode }) => {
    const person = me.data ?? (await me.refetch()).data;
    if (person) change.mutate({ patch, version: person.version });
  };
  return {
    setLocale: async (next: Locale) => {
      await changeLocale(next);
      await keep({ locale: next });
    },
    setTheme: (next: ThemeMode) => {
      setThemeMode(next);
      void keep({ theme: next });
    },
  };
}
