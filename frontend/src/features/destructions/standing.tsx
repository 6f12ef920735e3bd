import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import type { DestructionRow } from './queries';
import { tones } from './words';

export function StateTag({ state }: Pick<DestructionRow, 'state'>) {
  const { t } = useTranslation('destructions');
  return <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>;
}
