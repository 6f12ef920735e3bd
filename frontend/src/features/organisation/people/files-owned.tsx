import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { Loading } from '@/shared/ui/feedback/loading';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { type Person, useFilesOwned } from './queries';

/** What somebody who leaves looks after: their client files stay with nobody until they are handed over. */
export function FilesOwned({ person: { id } }: { person: Person }) {
  const { t } = useTranslation('organisation');
  const can = useCan();
  const mayRead = can('client.read');
  const { data, isLoading } = useFilesOwned(id, mayRead);
  if (isLoading) return <Loading />;
  // Not read, or not to be read: that there may be files is said all the same.
  if (!data) return <p className="zd-warning">{t('person.files.unknown')}</p>;
  if (data.total === 0) return <p className="zd-muted">{t('person.files.none')}</p>;
  return (
    <p className="zd-warning">
      {t(data.isCapped ? 'person.files.ownsMany' : 'person.files.owns', { count: data.total })}{' '}
      <AppLink href={`/clients?owner_id=${id}`}>{t('person.files.show')}</AppLink>
    </p>
  );
}
