import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Records that hang on a client file have words of their own for their fields. */
const hanging = ['contact', 'qualification', 'purchase', 'interaction', 'attachment', 'comment'];

function clientKey(name: string): string {
  if (!name.includes('.')) return `clients:content.own.${name}`;
  const [first = ''] = name.split('.');
  return hanging.includes(first) ? `client-record:${name}` : `clients:content.${name}`;
}

/** Where the word for a field of a record stands in the texts. */
export function fieldKey(type: string, name: string): string {
  return type === 'client' ? clientKey(name) : `acts:field.${name}`;
}

/** What a field of a record is called, by its path; one that the texts do not know is called by its path. */
export function useFieldWord(type: string): (name: string) => string {
  const { t } = useTranslation(['clients', 'client-record', 'acts']);
  return useCallback(
    (name: string) => t(fieldKey(type, name) as 'acts:field.name', { defaultValue: name }),
    [t, type],
  );
}
