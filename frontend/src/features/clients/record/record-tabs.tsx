import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import '@/shared/ui/navigation/page-tabs.css';
import { type RecordTab, recordTabs } from './tabs';

/** The parts of a record, each with its own address. */
export function RecordTabs({ id, current }: { id: string; current: RecordTab }) {
  const { t } = useTranslation('client-record');
  const can = useCan();
  const tabs = recordTabs.filter((tab) => tab !== 'disclosures' || can('client-disclosure.read'));
  return (
    <nav className="zd-tabs" aria-label={t('header.parts')}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          to="/clients/$id"
          params={{ id }}
          search={{ tab }}
          replace
          resetScroll={false}
          aria-current={tab === current ? 'page' : undefined}
        >
          {t(`tab.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
