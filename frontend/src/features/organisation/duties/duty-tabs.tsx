import { useTranslation } from 'react-i18next';
import { PageTabs } from '@/shared/ui/navigation/page-tabs';

/** The same conflicts as a list and as a matrix. */
export function DutyTabs({ current }: { current: 'list' | 'matrix' }) {
  const { t } = useTranslation('organisation');
  return (
    <PageTabs
      label={t('duty.views')}
      tabs={[
        { href: '/duty-conflicts', label: t('duty.asList'), isCurrent: current === 'list' },
        { href: '/duty-conflicts/matrix', label: t('duty.asMatrix'), isCurrent: current === 'matrix' },
      ]}
    />
  );
}
