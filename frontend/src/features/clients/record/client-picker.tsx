import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';

type Option = { value: string; label: string };
type Common = { id?: string; 'aria-label'?: string };
type Props = Common & {
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** The file that cannot be chosen: the one that is looked at. */
  without?: string;
};

/** Finds files by name, pinyin or number, and says them to a `Select`. */
function useFoundFiles(without?: string) {
  const { t } = useTranslation('client-record');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['client', 'picker', q],
    queryFn: () =>
      answer(api.GET('/api/v1/clients', { params: { query: { q: q || undefined, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
  const options: Option[] = (found.data?.items ?? [])
    .filter(({ id }) => id !== without)
    .map(({ id, number, name }) => ({ value: id, label: `${name} · ${number}` }));
  return {
    showSearch: { filterOption: false, onSearch: setTyped },
    options,
    loading: found.isFetching,
    placeholder: t('merge.find'),
    notFoundContent: found.isError ? t('merge.failed') : t('merge.none'),
    style: { width: '100%' },
  };
}

/** Finds a file by name, pinyin or number. */
export function ClientPicker({ value, onChange, without, ...rest }: Props) {
  const found = useFoundFiles(without);
  return (
    <Select
      {...rest}
      {...found}
      allowClear
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  );
}

type SeveralProps = Common & {
  value?: readonly Option[] | null;
  onChange?: (files: Option[]) => void;
  max: number;
};

/** Several files, each with the name under which it was found. */
export function ClientsPicker({ value, onChange, max, ...rest }: SeveralProps) {
  const found = useFoundFiles();
  return (
    <Select
      {...rest}
      {...found}
      mode="multiple"
      labelInValue
      maxCount={max}
      value={[...(value ?? [])]}
      onChange={(chosen: Option[]) =>
        onChange?.(chosen.map(({ value: id, label }) => ({ value: id, label })))
      }
    />
  );
}
