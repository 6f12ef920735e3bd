import { useTranslation } from 'react-i18next';
import type { Filters } from '@/shared/ui/data-table/filter-bar';
import type { ListState } from '@/shared/ui/data-table/list-state';
import type { ObligationRow } from './queries';

/** The record that an address asks for: it is taken away like any filter, and offered only while it is there. */
export function useSubjectFilter(
  { search }: ListState,
  rows: readonly Pick<ObligationRow, 'subject'>[],
): Filters {
  const { t } = useTranslation('obligations');
  if (search.subject_id === undefined) return {};
  const value = String(search.subject_id);
  const named = rows.find(({ subject }) => subject.id === value)?.subject;
  const options = [{ value, label: named?.name ?? t('oneRecord') }];
  return { subject_id: { kind: 'one-of', label: t('subject'), options } };
}
