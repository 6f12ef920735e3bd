import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/feedback/empty-state';

export default function NotFoundPage() {
  const { t } = useTranslation();
  const title = t('notFound.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="zd-page">
      <h1 className="zd-visually-hidden">{title}</h1>
      <EmptyState title={title} hint={t('notFound.hint')} action={<Link to="/">{t('notFound.home')}</Link>} />
    </main>
  );
}
