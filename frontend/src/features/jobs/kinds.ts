import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { areaOf } from '@/shared/ui/feedback/permission-words';

/** The kinds of jobs that have a name here; one of another kind is called by its code. */
const named = ['client.import', 'client.bulk', 'job-undo'] as const;

/** What a kind of job works on: the record that its rows lead to. Undoing leads to what was undone. */
export function recordOf(kind: string): string {
  return kind === 'job-undo' ? 'client' : areaOf(kind);
}

export function useKindName(): (kind: string) => string {
  const { t } = useTranslation('jobs');
  return useCallback(
    (kind: string) => {
      const known = named.find((one) => one === kind);
      return known ? t(`kind.${known.replace('.', '-') as 'job-undo'}`) : kind;
    },
    [t],
  );
}
