import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { TimeText } from '@/shared/ui/values/values';

/** Who took a record out, when and why. */
export function RemovedNote({ removed }: { removed: components['schemas']['Removed'] }) {
  const { t } = useTranslation('client-record');
  return (
    <p className="zd-muted">
      {t('hanging.removed', { who: removed.by.name, reason: removed.reason })} <TimeText value={removed.at} />
    </p>
  );
}
