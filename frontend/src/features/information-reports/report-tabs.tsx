import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './information-reports.css';

/** The reports, and the calls about them. */
export function ReportTabs({ current }: { current: 'reports' | 'calls' }) {
  const { t } = useTranslation('information-reports');
  return (
    <nav className="zd-information-tabs" aria-label={t('views')}>
      <Link
        to="/client-information-reports"
        activeOptions={{ exact: true }}
        aria-current={current === 'reports' ? 'page' : undefined}
      >
        {t('title')}
      </Link>
      <Link
        to="/client-information-reports/call-backs"
        aria-current={current === 'calls' ? 'page' : undefined}
      >
        {t('call.title')}
      </Link>
    </nav>
  );
}
