import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export const scopes = ['OWN', 'DEPARTMENT', 'SUBTREE', 'SITE', 'ALL'] as const;
export type Scope = (typeof scopes)[number];
export const clearances = [0, 1, 2, 3] as const;
export const statuses = ['ACTIVE', 'DISABLED'] as const;
export const languages = ['zh-CN', 'zh-TW', 'en'] as const;

/** The words of the organisation; a value the texts do not know is shown as it came. */
export function useWords() {
  const { t } = useTranslation('organisation');
  return useMemo(
    () => ({
      scope: (value: string) => t(`scope.${value}` as 'scope.OWN', { defaultValue: value }),
      clearance: (value: number) => t(`clearance.${value}` as 'clearance.0', { defaultValue: String(value) }),
      status: (value: string) => t(`status.${value}` as 'status.ACTIVE', { defaultValue: value }),
      language: (value: string) => t(`language.${value}` as 'language.en', { defaultValue: value }),
    }),
    [t],
  );
}
