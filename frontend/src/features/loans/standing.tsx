import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import type { LoanRow } from './queries';
import { tones } from './words';

export function StateTag({ state }: { state: LoanRow['state'] }) {
  const { t } = useTranslation('loans');
  return <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>;
}

/** The state in a word, and that the last day has passed. */
export function StateTags({ loan: { state, overdue } }: { loan: LoanRow }) {
  const { t } = useTranslation('loans');
  return (
    <>
      <StateTag state={state} />
      {overdue ? <Tag tone="danger">{t('overdue')}</Tag> : null}
    </>
  );
}
