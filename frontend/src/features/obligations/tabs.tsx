import { useTranslation } from 'react-i18next';
import { PageTabs } from '@/shared/ui/navigation/page-tabs';
import type { Whose } from './search';

/** The same obligations as a list and by day; whose they are goes along. */
export function ObligationTabs({ current, whose }: { current: 'list' | 'calendar'; whose: Whose }) {
  const { t } = useTranslation('obligations');
  return (
    <PageTabs
      label={t('views')}
      tabs={[
        { href: `/obligations?whose=${whose}`, label: t('list'), isCurrent: current === 'list' },
        {
          href: `/obligations/calendar?whose=${whose}`,
          label: t('calendar.title'),
          isCurrent: current === 'calendar',
        },
      ]}
    />
  );
}
