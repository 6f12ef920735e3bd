import { useTranslation } from 'react-i18next';
import { DueText, SubjectLink, useObligationSummary, useObligations } from '@/features/obligations/public';
import { formatCount } from '@/shared/format/count';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { FigureTile } from './tile';
import './workbench.css';

const figures = ['mine', 'mine_this_week', 'mine_overdue', 'team', 'team_overdue'] as const;
/** The service counts no further. */
const mostCounted = 10_000;

const shown = (count: number) => `${formatCount(count)}${count >= mostCounted ? '+' : ''}`;

/** What the rules make due of this person and of the people below: each figure comes with the list it counts. */
export function ObligationTiles() {
  const { t } = useTranslation('workbench');
  const summary = useObligationSummary();
  return figures.map((figure) => (
    <FigureTile
      key={figure}
      label={t(`obligations.${figure}.label`)}
      hint={t(`obligations.${figure}.hint`)}
      // Until the figure is there, the page itself: it begins with one's own.
      href={`/obligations${summary.data ? `?${summary.data[figure].filter}` : ''}`}
      figure={summary.data ? shown(summary.data[figure].count) : null}
      error={summary.error}
    />
  ));
}

const next = { whose: 'MINE', sort: 'due_at', limit: 5 };

/** The five of one's own that are due first. */
export function NextObligations() {
  const { t } = useTranslation('workbench');
  const first = useObligations(next);
  return (
    <section className="zd-panel zd-recent" aria-labelledby="next-obligations">
      <h2 id="next-obligations">{t('next.title')}</h2>
      {first.isError ? <ProblemAlert error={first.error} onRetry={() => first.refetch()} compact /> : null}
      {first.data?.items.length === 0 ? <p className="zd-muted">{t('next.none')}</p> : null}
      <ul>
        {first.data?.items.map((row) => (
          <li key={row.id}>
            <span className="zd-recent-client">
              <AppLink href={`/obligations/${row.id}`}>{row.name}</AppLink>
              <SubjectLink row={row} />
            </span>
            <span>
              <DueText row={row} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
