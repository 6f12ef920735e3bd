import { useTranslation } from 'react-i18next';
import { useDepartments, usePersonName } from '../pickers/names';
import type { Filter } from './filters';

type Search = Record<string, unknown>;
type Props = { id: string; filter: Filter; search: Search };

function PersonValue({ id }: { id: string }) {
  return <>{usePersonName(id) ?? '…'}</>;
}

function DepartmentValue({ id }: { id: string }) {
  const departments = useDepartments();
  return <>{departments.data?.items.find((one) => one.id === id)?.name ?? '…'}</>;
}

function RangeValue({ from, to }: { from: unknown; to: unknown }) {
  const { t } = useTranslation();
  if (from !== undefined && to !== undefined) return <>{`${from} – ${to}`}</>;
  if (from !== undefined) return <>{t('filter.from', { value: String(from) })}</>;
  return to === undefined ? <>…</> : <>{t('filter.to', { value: String(to) })}</>;
}

/** What a filter is set to, in words. */
export function FilterValue({ id, filter, search }: Props) {
  const { t } = useTranslation();
  const value = search[id];
  if (filter.kind === 'dates') return <RangeValue from={search[`${id}_after`]} to={search[`${id}_before`]} />;
  if (filter.kind === 'numbers') return <RangeValue from={search[`${id}_min`]} to={search[`${id}_max`]} />;
  if (value === undefined) return <>…</>;
  if (filter.kind === 'person') return <PersonValue id={String(value)} />;
  if (filter.kind === 'department') return <DepartmentValue id={String(value)} />;
  if (filter.kind === 'yes-no') return <>{value ? t('value.yes') : t('value.no')}</>;
  if (filter.kind === 'choice') {
    const chosen = Array.isArray(value) ? value : [value];
    const labels = filter.options.filter((option) => chosen.includes(option.value));
    return (
      <>
        {labels.map((option, place) => (
          <span key={option.value}>
            {place > 0 ? t('filter.or') : ''}
            {option.label}
          </span>
        ))}
      </>
    );
  }
  if (filter.kind === 'one-of') {
    return <>{filter.options.find((option) => option.value === value)?.label ?? String(value)}</>;
  }
  return <>{String(value)}</>;
}
