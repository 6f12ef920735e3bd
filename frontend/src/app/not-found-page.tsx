import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/feedback/empty-state';

export default function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main className="zd-page">
      <h1 className="zd-visually-hidden">{t('notFound.title')}</h1>
      <EmptyState
        title={t('notFound.title')}
        hint={t('notFound.hint')}
        action={<Link to="/">{t('notFound.home')}</Link>}
      />
    </main>
  );
}
