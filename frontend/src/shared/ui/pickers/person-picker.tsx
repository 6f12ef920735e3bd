import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import { usePersonName } from './names';

export type PickerProps = {
  value?: string | null;
  onChange?: (value: string | null) => void;
  id?: string;
  disabled?: boolean;
  'aria-label'?: string;
};

type Props = PickerProps & {
  /** Also those who have left: for finding what they did, never for giving them work. */
  withLeft?: boolean;
};

/** Finds people on the server by name, pinyin, initials or number; only those who can still be given work. */
export function PersonPicker({ value, onChange, withLeft = false, ...rest }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const people = useQuery({
    queryKey: ['person', 'picker', q, withLeft],
    queryFn: () =>
      answer(
        api.GET('/api/v1/people', {
          params: {
            query: { q: q || undefined, status: withLeft ? ['ACTIVE', 'DISABLED'] : ['ACTIVE'], limit: 20 },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const found = (people.data?.items ?? []).map(({ id, name, department, status }) => {
    const placed = department ? `${name} · ${department.name}` : name;
    return { value: id, label: status === 'DISABLED' ? t('picker.left', { name: placed }) : placed };
  });
  const chosenName = usePersonName(found.some((option) => option.value === value) ? null : value);
  const options = value && chosenName ? [{ value, label: chosenName }, ...found] : found;
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={options}
      loading={people.isFetching}
      placeholder={t('picker.person')}
      notFoundContent={people.isError ? t('picker.failed') : t('picker.none')}
      style={{ width: '100%' }}
    />
  );
}
