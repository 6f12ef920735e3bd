import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import type { Standing } from './queries';

const tones = { IN_FORCE: 'ok', MISSING: 'danger', EXPIRED: 'danger', TEXT_CHANGED: 'warning' } as const;

export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = useTranslation('secrecy');
  return <Tag tone={tones[standing]}>{t(`standings.${standing}`)}</Tag>;
}
