import { useTranslation } from 'react-i18next';
import { PageTabs } from '@/shared/ui/navigation/page-tabs';

/** The reports, and the calls about them. */
export function ReportTabs({ current }: { current: 'reports' | 'calls' }) {
  const { t } = useTranslation('information-reports');
  return (
    <PageTabs
      label={t('views')}
      tabs={[
        { href: '/client-information-reports', label: t('title'), isCurrent: current === 'reports' },
        {
          href: '/client-information-reports/call-backs',
          label: t('call.title'),
          isCurrent: current === 'calls',
        },
      ]}
    />
  );
}
