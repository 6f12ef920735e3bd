import { useTranslation } from 'react-i18next';
import './feedback.css';

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="zd-loading" role="status">
      {t('state.loading')}
    </div>
  );
}
