import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import type { ObligationRow } from './queries';

export const states = [
  'OPEN',
  'FULFILLED',
  'EXCUSED',
  'VOID',
] as const satisfies readonly ObligationRow['state'][];

const tones: Record<ObligationRow['state'], Tone> = {
  OPEN: 'accent',
  FULFILLED: 'ok',
  EXCUSED: 'neutral',
  VOID: 'neutral',
};

type Standing = Pick<ObligationRow, 'state' | 'overdue' | 'late'>;

/** The state in a word; of what is open or done also whether its moment had passed. */
export function StateTag({ row: { state, overdue, late } }: { row: Standing }) {
  const { t } = useTranslation('obligations');
  if (overdue) return <Tag tone="danger">{t('overdue')}</Tag>;
  if (state === 'FULFILLED' && late) return <Tag tone="warning">{t('late')}</Tag>;
  return <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>;
}
