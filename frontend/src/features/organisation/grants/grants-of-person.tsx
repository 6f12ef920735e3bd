import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GrantList } from './grant-list';

/** The roles somebody holds, and those they held or are yet to hold. */
export function GrantsOfPerson({ id }: { id: string }) {
  const { t } = useTranslation('organisation');
  const now = useMemo(() => ({ person_id: [id], active: true }), [id]);
  const other = useMemo(() => ({ person_id: [id], active: false }), [id]);
  return (
    <>
      <GrantList title={t('grant.inForce')} which={now} named="role" empty={t('grant.holdsNone')} />
      <GrantList title={t('grant.other')} which={other} named="role" empty={t('grant.heldNone')} />
    </>
  );
}
