import { useTranslation } from 'react-i18next';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { PlainText } from '@/shared/ui/values/values';
import type { ObligationRow } from './queries';

function Anybody({ pool }: { pool: string }) {
  const { t } = useTranslation('obligations');
  const word = usePermissionWord();
  return <span className="zd-muted">{t('anybody', { permission: word(pool) })}</span>;
}

/** Whoever has to do it; or anybody who may, by the name of the right. */
export function Who({ row: { person, pool } }: { row: Pick<ObligationRow, 'person' | 'pool'> }) {
  if (person) return <>{person.name}</>;
  return pool ? <Anybody pool={pool} /> : <PlainText value={null} />;
}
