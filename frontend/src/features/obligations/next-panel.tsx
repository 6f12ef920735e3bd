import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { DateText } from '@/shared/ui/values/values';
import { useObligations } from './queries';
import './obligations.css';

const shown = { whose: 'MINE', sort: 'due_at', limit: 5 };

/** What of one's own is due first. */
export function NextObligations() {
  const { t } = useTranslation('obligations');
  const next = useObligations(shown);
  return (
    <section className="zd-panel zd-next" aria-labelledby="next-obligations">
      <div className="zd-spread">
        <h2 id="next-obligations">{t('next.title')}</h2>
        <AppLink href="/obligations?whose=MINE">{t('next.all')}</AppLink>
      </div>
      {next.isError ? <ProblemAlert error={next.error} onRetry={() => next.refetch()} compact /> : null}
      {next.data?.items.length === 0 ? <p className="zd-muted">{t('none.MINE')}</p> : null}
      <ul>
        {next.data?.items.map(({ id, name, subject_kind, subject, due_on }) => (
          <li key={id}>
            <span className="zd-next-what">
              <AppLink href={`/obligations/${id}`}>{name}</AppLink>
              <RecordLink type={subject_kind} id={subject.id}>
                {subject.name}
              </RecordLink>
            </span>
            <DateText value={due_on} due />
          </li>
        ))}
      </ul>
    </section>
  );
}
