import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';

const none: readonly string[] = [];

/** The names of several people, as far as they are known yet. */
function usePeopleNames(ids: readonly string[]): Map<string, string> {
  const people = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['person', id],
      queryFn: () => answer(api.GET('/api/v1/people/{id}', { params: { path: { id } } })),
      staleTime: 300_000,
    })),
  });
  return new Map(people.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])));
}

export function PeopleNames({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const names = usePeopleNames(ids);
  return <>{ids.map((id) => names.get(id) ?? id).join(t('value.separator'))}</>;
}

type Props = {
  id?: string;
  value?: readonly string[] | null;
  onChange?: (people: string[]) => void;
  disabled?: boolean;
};

/** Several colleagues as the field of a form; only those who can still be given work. */
export function PeopleIds({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const chosen = value ?? none;
  const names = usePeopleNames(chosen);
  const people = useQuery({
    queryKey: ['person', 'picker', q, false],
    queryFn: () =>
      answer(
        api.GET('/api/v1/people', {
          params: { query: { q: q || undefined, status: ['ACTIVE'], limit: 20 } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const found = (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const others = chosen
    .filter((id) => !found.some((one) => one.value === id))
    .map((id) => ({ value: id, label: names.get(id) ?? id }));
  return (
    <Select
      {...rest}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={[...chosen]}
      onChange={(next: string[]) => onChange?.(next)}
      options={[...others, ...found]}
      loading={people.isFetching}
      placeholder={t('picker.person')}
      notFoundContent={people.isError ? t('picker.failed') : t('picker.none')}
    />
  );
}
