import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { AppLink } from '@/shared/ui/navigation/record-link';

/** From the proposal on nothing of the file is changed (A-BOR-06); who may read of it is led there. */
export function ObsoleteNotice({ id }: { id: string }) {
  const { t } = useTranslation('client-record');
  const can = useCan();
  return (
    <p className="zd-warning" role="note">
      {t('header.obsolete')}{' '}
      {can('client-destruction.read') ? (
        <AppLink href={`/client-destructions?client_id=${id}`}>{t('header.destruction')}</AppLink>
      ) : null}
    </p>
  );
}
