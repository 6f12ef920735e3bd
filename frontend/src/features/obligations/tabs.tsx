import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/navigation/record-link';
import type { Whose } from './search';
import './obligations.css';

/** The same obligations as a list and by day; whose they are goes along. */
export function ObligationTabs({ current, whose }: { current: 'list' | 'calendar'; whose: Whose }) {
  const { t } = useTranslation('obligations');
  return (
    <nav className="zd-obligation-tabs" aria-label={t('views')}>
      <AppLink href={`/obligations?whose=${whose}`} aria-current={current === 'list' ? 'page' : undefined}>
        {t('list')}
      </AppLink>
      <AppLink
        href={`/obligations/calendar?whose=${whose}`}
        aria-current={current === 'calendar' ? 'page' : undefined}
      >
        {t('calendar.title')}
      </AppLink>
    </nav>
  );
}
