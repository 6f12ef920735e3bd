import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Entrance } from '@/features/session/public';

/** A wrong address, told to somebody who is not signed in. */
export default function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <Entrance title={t('nav.notFound')} lead={t('notFound.hint')}>
      <Link to="/">{t('notFound.home')}</Link>
    </Entrance>
  );
}
