import { useTranslation } from 'react-i18next';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, RefText } from '@/shared/ui/values/values';
import { isLateToday } from './months';
import type { ObligationRow } from './queries';
import { tones } from './words';
import './obligations.css';

/** How it stands, and that it was done after its moment. */
export function StateTags({ row }: { row: Pick<ObligationRow, 'state' | 'late'> }) {
  const { t } = useTranslation('obligations');
  return (
    <span className="zd-row zd-obligation-tags">
      <Tag tone={tones[row.state]}>{t(`states.${row.state}`)}</Tag>
      {row.late ? <Tag tone="warning">{t('late')}</Tag> : null}
    </span>
  );
}

/** The day, with how far off it is while it is still to be done. */
export function DueText({ row }: { row: Pick<ObligationRow, 'due_on' | 'overdue' | 'state'> }) {
  const { t } = useTranslation('obligations');
  if (isLateToday(row)) {
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

/** The rules by their numbers, in one line: a list has many rows. */
export function RuleLinks({ clauses }: Pick<ObligationRow, 'clauses'>) {
  return (
    <span className="zd-obligation-rules">
      {clauses.map(({ id, title }) => (
        <span key={id} title={title ?? undefined}>
          <RecordLink type="rule" id={id}>
            {id}
          </RecordLink>
        </span>
      ))}
    </span>
  );
}
