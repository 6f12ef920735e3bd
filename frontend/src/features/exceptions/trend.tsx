import { useTranslation } from 'react-i18next';
import { formatCount } from '@/shared/format/count';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { type TrendLine, useTrend } from './queries';
import { trendOf } from './trend-table';
import './exceptions.css';
import '@/shared/ui/values/plain-table.css';

const months = 12;

/** How many were asked for in a month, as a bar over its figure; it opens the list of them. */
function Bar({ line, most }: { line: TrendLine | null; most: number }) {
  const { t } = useTranslation('exceptions');
  if (!line || line.requested === 0) {
    return (
      <span className="zd-trend-bar zd-muted">
        <span className="zd-trend-track" aria-hidden="true" />0
      </span>
    );
  }
  const { month, requested, approved, refused } = line;
  const words = t('trend.of', { month, requested, approved, refused });
  return (
    <AppLink className="zd-trend-bar" href={`/exceptions?${line.filter}`} title={words}>
      <span className="zd-trend-track" aria-hidden="true">
        <span style={{ height: `${Math.max(6, Math.round((requested / most) * 100))}%` }} />
      </span>
      {formatCount(requested)}
      <span className="zd-visually-hidden"> {words}</span>
    </AppLink>
  );
}

/** Where twelve months are wider than the screen, the latest are looked at first. */
function showLatest(frame: HTMLElement | null): void {
  if (frame) frame.scrollLeft = frame.scrollWidth;
}

/** What was asked for in the last twelve months, by kind. */
export function TrendTable() {
  const { t } = useTranslation('exceptions');
  const { data, error } = useTrend(months);
  if (error) return <ProblemAlert error={error} compact />;
  const trend = trendOf(data?.items ?? [], months);
  if (trend.rows.length === 0) return null;
  return (
    <section
      className="zd-panel zd-plain-frame zd-trend"
      aria-label={t('trend.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
      tabIndex={0}
      ref={showLatest}
    >
      <table className="zd-plain-table">
        <caption>
          <span className="zd-trend-title">{t('trend.title')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th>
            {trend.months.map((month) => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.rows.map(({ kind, cells }) => (
            <tr key={kind}>
              <th scope="row">{t(`kinds.${kind}`)}</th>
              {cells.map((line, place) => (
                <td key={trend.months[place]}>
                  <Bar line={line} most={trend.most} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
