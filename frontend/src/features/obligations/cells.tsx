import { useTranslation } from 'react-i18next';
import { daysUntil } from '@/shared/format/date';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, RefText } from '@/shared/ui/values/values';
import type { ObligationRow } from './queries';
import { tones } from './words';
import './obligations.css';

/** How it stands, and that it was late when it was done or excused. */
export function StateTags({ row: { state, late } }: { row: Pick<ObligationRow, 'state' | 'late'> }) {
  const { t } = useTranslation('obligations');
  const isSettledLate = late && (state === 'FULFILLED' || state === 'EXCUSED');
  return (
    <span className="zd-row zd-obligation-tags">
      <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
      {isSettledLate ? <Tag tone="warning">{t(`late.${state}`)}</Tag> : null}
    </span>
  );
}

/** The day, with how far off it is while it is still to be done. */
export function DueText({ row }: { row: Pick<ObligationRow, 'due_on' | 'overdue' | 'state'> }) {
  const { t } = useTranslation('obligations');
  // Its moment has passed and its day has not: the day alone would not say that it is late.
  if (row.overdue && daysUntil(row.due_on) >= 0) {
    return (
      <>
        <DateText value={row.due_on} /> <Tag tone="danger">{t('overdueToday')}</Tag>
      </>
    );
  }
  return <DateText value={row.due_on} due={row.state === 'OPEN'} />;
}

/** Somebody by name, or all who hold a permission. */
export function WhoText({ row }: { row: Pick<ObligationRow, 'person' | 'pool'> }) {
  const { t } = useTranslation('obligations');
  const wordOf = usePermissionWord(Boolean(row.pool && !row.person));
  if (row.person || !row.pool) return <RefText value={row.person} />;
  return <>{t('pool', { permission: wordOf(row.pool) })}</>;
}

/** The record that it is about, by its name. */
export function SubjectLink({ row }: { row: Pick<ObligationRow, 'subject' | 'subject_kind'> }) {
  return (
    <RecordLink type={row.subject_kind} id={row.subject.id}>
      {row.subject.name}
    </RecordLink>
  );
}
