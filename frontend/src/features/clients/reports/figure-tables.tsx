import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '@/shared/format/count';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Facts } from '@/shared/ui/values/facts';
import { DateSpan, PlainText, TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import { isOver } from './as-of';
import type { Classification } from './report-queries';

/** As many classes as are read at a glance. */
const glance = 10;
/** What asks for somebody's attention comes first. */
const first = ['ATTENTION', 'MOVEMENT'];

type Group = Classification['groups'][number];
type Figure = Group['figures'][number];

/** A figure as the way to the very files that it counts. */
function FigureLink({ figure }: { figure: Figure }) {
  const { t } = useTranslation('client-reports');
  const href = figure.filter ? `/clients?${figure.filter}` : '/clients';
  return (
    <AppLink href={href}>
      {formatCount(figure.count)}
      <span className="zd-visually-hidden"> {t('openList', { label: figure.label })}</span>
    </AppLink>
  );
}

function shareOf(count: number, total: number): string | null {
  return total > 0 ? `${((count / total) * 100).toFixed(1)}%` : null;
}

function GroupTable({ group, total }: { group: Group; total: number }) {
  const { t } = useTranslation('client-reports');
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? group.figures : group.figures.slice(0, glance);
  return (
    <div className="zd-panel zd-plain-frame">
      <table className="zd-plain-table">
        <caption>{t(`dimension.${group.dimension}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('class')}</th>
            <th scope="col" className="zd-figure">
              {t('count')}
            </th>
            <th scope="col" className="zd-figure">
              {t('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">{figure.label}</th>
              <td className="zd-figure">
                <FigureLink figure={figure} />
              </td>
              <td className="zd-figure">
                <PlainText value={shareOf(figure.count, total)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {group.figures.length > glance ? (
        <Button type="link" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? t('fewer') : t('all', { count: group.figures.length })}
        </Button>
      ) : null}
    </div>
  );
}

/**
 * What depends on the period and what does not. The archive is counted as it is: of a period that is over, how
 * it stood then is no longer known, and a report of it says so wherever it is shown.
 */
export function AsOfNote({ report }: { report: Classification }) {
  const { t } = useTranslation('client-reports');
  return isOver(report) ? (
    <p className="zd-warning">{t('pastNote', { period: report.period })}</p>
  ) : (
    <p className="zd-muted">{t('asOfNote')}</p>
  );
}

/** A classification as tables (A-CLI-12): each figure opens the list that it counts. */
export function FigureTables({ report }: { report: Classification }) {
  const { t } = useTranslation('client-reports');
  return (
    <div className="zd-stack">
      <section className="zd-panel zd-block" aria-label={t('summary')}>
        <div className="zd-stack">
          <Facts
            items={[
              { label: t('period'), value: <DateSpan from={report.from} to={report.to} /> },
              { label: t('asOf'), value: <TimeText value={report.as_of} /> },
              { label: t('total'), value: <FigureLink figure={report.total} /> },
            ]}
          />
          <AsOfNote report={report} />
        </div>
      </section>
      <div className="zd-figure-grid">
        {[
          ...report.groups.filter(({ dimension }) => first.includes(dimension)).reverse(),
          ...report.groups.filter(({ dimension }) => !first.includes(dimension)),
        ].map((group) => (
          <GroupTable key={group.dimension} group={group} total={report.total.count} />
        ))}
      </div>
    </div>
  );
}
