import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';

type Props = { id?: string; value?: string[]; onChange?: (value: string[]) => void };

const shown = 20;

/** Rules of the handbook, found by number or words; what is chosen stays by its number. */
export function RulePicker({ id, value = [], onChange }: Props) {
  const { t } = useTranslation(['organisation', 'common']);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const rules = useQuery({
    queryKey: ['rule', 'picker', q],
    queryFn: () =>
      answer(api.GET('/api/v1/rules', { params: { query: { q: q || undefined, limit: shown } } })),
    placeholderData: keepPreviousData,
  });
  const options = (rules.data?.items ?? []).map((rule) => ({
    value: rule.id,
    label: t('organisation:duty.ruleOption', { id: rule.id, title: rule.title }),
  }));
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options}
      optionLabelProp="value"
      loading={rules.isFetching}
      placeholder={t('organisation:duty.findRule')}
      notFoundContent={rules.isError ? t('common:picker.failed') : t('common:picker.none')}
      style={{ width: '100%' }}
    />
  );
}
