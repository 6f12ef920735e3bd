import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import { DateText } from '@/shared/ui/values/values';
import type { ExceptionRow } from './queries';

/** Granted or refused by somebody: what was taken back or lapsed ended without anybody's decision. */
export function isDecided({ state, decided_at }: Pick<ExceptionRow, 'state' | 'decided_at'>): boolean {
  return Boolean(decided_at) && (state === 'APPROVED' || state === 'REFUSED');
}

export function KindTag({ kind }: Pick<ExceptionRow, 'kind'>) {
  const { t } = useTranslation('exceptions');
  return <Tag>{t(`kinds.${kind}`)}</Tag>;
}

type TermProps = { row: Pick<ExceptionRow, 'expires_on' | 'expired' | 'kind'> };

/** Its last day, and that it is over; what was for one act has none. */
export function Term({ row }: TermProps) {
  const { t } = useTranslation('exceptions');
  if (!row.expires_on) return <span className="zd-muted">{t('once')}</span>;
  return (
    <>
      <DateText value={row.expires_on} /> {row.expired ? <Tag tone="warning">{t('expired')}</Tag> : null}
    </>
  );
}
