import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './approvals.css';

/** What waits for one's own decision, and every approval of the records that one may see. */
export function ApprovalTabs({ current }: { current: 'inbox' | 'records' }) {
  const { t } = useTranslation('approvals');
  return (
    <nav className="zd-approval-tabs" aria-label={t('inbox.views')}>
      <Link
        to="/approvals"
        activeOptions={{ exact: true }}
        aria-current={current === 'inbox' ? 'page' : undefined}
      >
        {t('inbox.title')}
      </Link>
      <Link to="/approvals/all" aria-current={current === 'records' ? 'page' : undefined}>
        {t('inbox.records')}
      </Link>
    </nav>
  );
}
