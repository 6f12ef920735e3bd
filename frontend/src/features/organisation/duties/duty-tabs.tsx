import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import '../organisation.css';

/** The same conflicts as a list and as a matrix. */
export function DutyTabs({ current }: { current: 'list' | 'matrix' }) {
  const { t } = useTranslation('organisation');
  return (
    <nav className="zd-org-tabs" aria-label={t('duty.views')}>
      <Link
        to="/duty-conflicts"
        activeOptions={{ exact: true }}
        aria-current={current === 'list' ? 'page' : undefined}
      >
        {t('duty.asList')}
      </Link>
      <Link to="/duty-conflicts/matrix" aria-current={current === 'matrix' ? 'page' : undefined}>
        {t('duty.asMatrix')}
      </Link>
    </nav>
  );
}
