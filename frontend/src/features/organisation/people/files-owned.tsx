import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { useCount } from '@/shared/api/use-count';
import { counted } from '@/shared/format/count';
import { Loading } from '@/shared/ui/feedback/loading';
import { AppLink } from '@/shared/ui/navigation/record-link';
import type { Person } from './queries';

/** What somebody who leaves looks after: their client files stay with nobody until they are handed over. */
export function FilesOwned({ person: { id } }: { person: Person }) {
  const { t } = useTranslation('organisation');
  const can = useCan();
  const { data, isLoading } = useCount('/clients', { owner_id: [id] }, can('client.read'));
  if (isLoading) return <Loading />;
  // Not read, or not to be read: that there may be files is said all the same.
  if (!data) return <p className="zd-warning">{t('person.files.unknown')}</p>;
  const { total, total_capped } = data.page;
  if (!total) return <p className="zd-muted">{t('person.files.none')}</p>;
  return (
    <p className="zd-warning">
      {t(total_capped ? 'person.files.ownsMany' : 'person.files.owns', counted(total))}{' '}
      <AppLink href={`/clients?owner_id=${id}`}>{t('person.files.show')}</AppLink>
    </p>
  );
}
