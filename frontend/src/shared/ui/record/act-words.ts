import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What an act of the trail is called, `client.created`; one that the texts do not know is called by its name. */
export function useActWord(): (action: string) => string {
  const { t } = useTranslation('acts');
  return useCallback(
    (action: string) => t(`act.${action}` as 'act.client.created', { defaultValue: action }),
    [t],
  );
}

/** What kind of record an act is done to. */
export function useRecordWord(): (type: string) => string {
  const { t } = useTranslation('acts');
  return useCallback((type: string) => t(`record.${type}` as 'record.client', { defaultValue: type }), [t]);
}

type Option = { value: string; label: string };

/** Every act and every kind of record that the trail knows, to choose from. */
export function useActOptions(): { acts: Option[]; records: Option[] } {
  const { t } = useTranslation('acts');
  return useMemo(() => {
    const acts = Object.entries(t('act', { returnObjects: true })).flatMap(([area, words]) =>
      Object.entries(words).map(([act, label]) => ({ value: `${area}.${act}`, label })),
    );
    const records = Object.entries(t('record', { returnObjects: true })).map(([value, label]) => ({
      value,
      label,
    }));
    return { acts, records };
  }, [t]);
}
