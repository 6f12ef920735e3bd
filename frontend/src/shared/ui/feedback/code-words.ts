import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What a code of refusal means, where its figures are not known: the trail keeps the code alone. */
export function useCodeWord(): (code: string) => string {
  const { i18n } = useTranslation('problems');
  return useCallback(
    (code: string) => {
      const words: unknown = i18n.getResource(i18n.language, 'problems', code);
      return typeof words === 'string' ? words.replace(/\{\{\w+\}\}/g, '…') : code;
    },
    [i18n],
  );
}
