import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** The file that cannot be chosen: the one that is looked at. */
  without?: string;
  'aria-label'?: string;
};

/** Finds a file by name, pinyin or number. */
export function ClientPicker({ value, onChange, without, ...rest }: Props) {
  const { t } = useTranslation('client-record');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['client', 'picker', q],
    queryFn: () =>
      answer(api.GET('/api/v1/clients', { params: { query: { q: q || undefined, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? [])
    .filter(({ id }) => id !== without)
    .map(({ id, number, name }) => ({ value: id, label: `${name} · ${number}` }));
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={options}
      loading={found.isFetching}
      placeholder={t('merge.find')}
      notFoundContent={found.isError ? t('merge.failed') : t('merge.none')}
      style={{ width: '100%' }}
    />
  );
}
