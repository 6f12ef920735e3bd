import { useTranslation } from 'react-i18next';

/** A year whose public holidays nobody has entered is no year without holidays: this says so. */
export function UnknownYears({ years, hint }: { years: readonly number[]; hint: string }) {
  const { t } = useTranslation('calendar');
  if (years.length === 0) return null;
  return (
    <div className="zd-warning" role="status">
      <strong>{t('unknownYear', { years: years.join(t('listSeparator')) })}</strong>
      <p>{hint}</p>
    </div>
  );
}
