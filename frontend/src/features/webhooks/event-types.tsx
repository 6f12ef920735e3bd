import { Select } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { areaOf } from '@/shared/ui/feedback/permission-words';
import { useActOptions, useActWord, useRecordWord } from '@/shared/ui/record/act-words';

const isArea = (type: string) => type.endsWith('.*');

/** A name of an event, or all of an area, in words. */
export function useTypeWord(): (type: string) => string {
  const { t } = useTranslation('webhooks');
  const act = useActWord();
  const record = useRecordWord();
  return useCallback(
    (type) => {
      if (isArea(type)) return t('types.area', { area: record(areaOf(type)) });
      if (type === 'notification.created') return t('types.notified');
      return act(type);
    },
    [t, act, record],
  );
}

type Option = { label: string; value?: string; title?: string; options?: Option[] };

function useOptions(): Option[] {
  const { t } = useTranslation('webhooks');
  const word = useTypeWord();
  const { acts } = useActOptions();
  return useMemo(() => {
    const areas = [...new Set(acts.map(({ value }) => areaOf(value)))];
    const option = (value: string) => ({ value, label: word(value), title: value });
    return [
      { label: t('types.areas'), options: areas.map((area) => option(`${area}.*`)) },
      {
        label: t('types.single'),
        options: ['notification.created', ...acts.map(({ value }) => value)].map(option),
      },
    ];
  }, [t, acts, word]);
}

type Props = {
  id?: string;
  value?: string[] | null;
  onChange?: (value: string[]) => void;
  disabled?: boolean;
};

/** Which events a webhook asks for: whole areas, or single ones; found by their words and by their names. */
export function EventTypePicker({ value, ...rest }: Props) {
  const { t } = useTranslation('webhooks');
  const options = useOptions();
  return (
    <Select<string[], Option>
      {...rest}
      mode="multiple"
      value={value ?? []}
      options={options}
      placeholder={t('types.all')}
      maxCount={100}
      showSearch={{
        filterOption: (typed, option) =>
          `${option?.label ?? ''} ${option?.value ?? ''}`.toLowerCase().includes(typed.toLowerCase()),
      }}
    />
  );
}
