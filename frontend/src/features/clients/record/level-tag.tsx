import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import { isMarked, type Level } from '../levels';

export function LevelTag({ level }: { level: Level }) {
  const { t } = useTranslation('clients');
  return <Tag tone={isMarked(level) ? 'warning' : 'neutral'}>{t(`level.${level}`)}</Tag>;
}
