import { useTranslation } from 'react-i18next';
import type { Report } from './queries';
import '@/shared/ui/values/values.css';

/** Why a report is back with its author. */
export function SentBackNote({ report: { state, sent_back_reason } }: { report: Report }) {
  const { t } = useTranslation('information-reports');
  if (state !== 'SENT_BACK') return null;
  return (
    <p className="zd-warning zd-long-text" role="note">
      {t('sentBackNote', { reason: sent_back_reason ?? '' })}
    </p>
  );
}
