import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/feedback/empty-state';

/** A wrong address in the place of the page; the shell around it names the window and takes the focus. */
export function NotFound() {
  const { t } = useTranslation('shell');
  const title = t('nav.notFound');
  return (
    <div className="zd-page">
      <h1 className="zd-visually-hidden">{title}</h1>
      <EmptyState title={title} hint={t('notFound.hint')} action={<Link to="/">{t('notFound.home')}</Link>} />
    </div>
  );
}
