import { useTranslation } from 'react-i18next';
import { PageTabs } from '@/shared/ui/navigation/page-tabs';

/** What waits for one's own decision, and every approval of the records that one may see. */
export function ApprovalTabs({ current }: { current: 'inbox' | 'records' }) {
  const { t } = useTranslation('approvals');
  return (
    <PageTabs
      label={t('inbox.views')}
      tabs={[
        { href: '/approvals', label: t('inbox.title'), isCurrent: current === 'inbox' },
        { href: '/approvals/all', label: t('inbox.records'), isCurrent: current === 'records' },
      ]}
    />
  );
}
