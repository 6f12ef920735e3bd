import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import type { IncidentRow } from './queries';
import { tones } from './words';

export function StateTag({ state }: Pick<IncidentRow, 'state'>) {
  const { t } = useTranslation('incidents');
  return <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>;
}
