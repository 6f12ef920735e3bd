import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSystemInfo } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import '@/shared/ui/record/record.css';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { DayActions, useHoursWords } from './day-actions';
import { addDays, kindTones, showHours, todayIn, weekdayOf } from './days';
import { type DayDetail, useDay } from './queries';
import { UnknownYears } from './unknown-years';

function Decisions({ day }: { day: DayDetail }) {
  const { t } = useTranslation('calendar');
  if (day.decisions.length === 0) return <p className="zd-muted">{t('decisions.none')}</p>;
  return (
    <ol className="zd-stack">
      {day.decisions.map((decision) => (
        <li key={`${decision.set_at}${decision.source}`}>
          <Tag tone={decision.kind === 'WITHDRAWN' ? 'neutral' : kindTones[decision.kind]}>
            {t(`decisions.kind.${decision.kind}`)}
          </Tag>{' '}
          <strong>{decision.name}</strong>{' '}
          {decision.intervals && decision.intervals.length > 0 ? showHours(decision.intervals) : null}
          <div className="zd-muted">
            {t(`source.${decision.source}`)} · {decision.set_by.name} · <TimeText value={decision.set_at} />
          </div>
          <div>{decision.reason}</div>
        </li>
      ))}
    </ol>
  );
}

function Body({ day, timeZone }: { day: DayDetail; timeZone: string }) {
  const { t } = useTranslation('calendar');
  const hours = useHoursWords();
  const [year, month] = [Number(day.date.slice(0, 4)), Number(day.date.slice(5, 7))];
  return (
    <>
      <header className="zd-record-header zd-panel">
        <nav className="zd-record-near" aria-label={t('nearDays')}>
          <AppLink href={`/calendar?year=${year}&month=${month}`}>{t('monthOf', { year, month })}</AppLink>
          <span className="zd-row">
            <AppLink
              href={`/calendar/${addDays(day.date, -1)}`}
              aria-label={t('previousDay')}
              className="zd-icon-button"
            >
              <LeftOutlined aria-hidden />
            </AppLink>
            <AppLink
              href={`/calendar/${addDays(day.date, 1)}`}
              aria-label={t('nextDay')}
              className="zd-icon-button"
            >
              <RightOutlined aria-hidden />
            </AppLink>
          </span>
        </nav>
        <div className="zd-spread">
          <div className="zd-row">
            <h1 tabIndex={-1}>
              {day.date} {t(`weekday.${weekdayOf(day.date) as 0}`)}
            </h1>
            <Tag tone={kindTones[day.kind]}>{t(`kind.${day.kind}`)}</Tag>
          </div>
          <DayActions day={day} today={todayIn(timeZone, new Date())} />
        </div>
      </header>
      {day.year_known ? null : <UnknownYears years={[year]} hint={t('unknownYearHintReader')} />}
      <section className="zd-panel zd-inset zd-stack">
        <Facts
          items={[
            { label: t('hours.title'), value: hours(day) },
            { label: t('name'), value: <PlainText value={day.name} /> },
            { label: t('source.title'), value: t(`source.${day.source}`) },
          ]}
        />
      </section>
      <section className="zd-panel zd-inset zd-stack">
        <h2>{t('decisions.title')}</h2>
        <Decisions day={day} />
      </section>
    </>
  );
}

/** A date: what it is, who decided so, and what may be decided about it. */
export function DayPage() {
  const { date } = useParams({ strict: false });
  const day = useDay(date ?? '');
  const system = useSystemInfo();
  return (
    <div className="zd-page">
      <QueryGate query={system}>
        {({ time_zone }) => (
          <QueryGate query={day}>
            {(found) => <Body key={found.date} day={found} timeZone={time_zone} />}
          </QueryGate>
        )}
      </QueryGate>
    </div>
  );
}
