import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';

export type Person = { value: string; label: string };
type Props = {
  value: readonly Person[];
  onChange: (people: Person[]) => void;
  max: number;
  id?: string;
  'aria-label': string;
};

/** Several colleagues, each with the name under which they were found. */
export function PeoplePicker({ value, onChange, max, ...rest }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const people = useQuery({
    queryKey: ['person', 'picker', q],
    queryFn: () =>
      answer(
        api.GET('/api/v1/people', {
          params: { query: { q: q || undefined, status: ['ACTIVE'], limit: 20 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      {...rest}
      mode="multiple"
      labelInValue
      maxCount={max}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={[...value]}
      onChange={(chosen: Person[]) => onChange(chosen.map(({ value: id, label }) => ({ value: id, label })))}
      options={(people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      placeholder={rest['aria-label']}
      notFoundContent={people.isError ? t('picker.failed') : t('picker.none')}
      style={{ minWidth: 240, flex: 1 }}
    />
  );
}
