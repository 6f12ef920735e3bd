import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What a field of a record is called, by its path; one that the texts do not know is called by its path. */
export function useFieldWord(type: string): (name: string) => string {
  const { t } = useTranslation('clients');
  return useCallback(
    (name: string) => {
      if (type !== 'client') return name;
      const key = name.includes('.') ? name : `own.${name}`;
      return t(`content.${key}` as 'content.own.name', { defaultValue: name });
    },
    [t, type],
  );
}
