import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/navigation/record-link';
import './calendar.css';
import { type Day, ofMonth, showHours, sumOf, weeksOf } from './days';

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

function DayCell({ day, isToday }: { day: Day; isToday: boolean }) {
  const { t } = useTranslation('calendar');
  const hours = day.working ? showHours(day.intervals) : t('rest');
  const spoken = [day.date, t(`kind.${day.kind}`), day.name, hours].filter(Boolean).join(' ');
  const isOrdinary = day.kind === 'WEEKDAY' || day.kind === 'WEEKEND';
  return (
    <AppLink
      href={`/calendar/${day.date}`}
      className="zd-day"
      aria-label={spoken}
      aria-current={isToday ? 'date' : undefined}
      data-kind={day.kind}
      data-working={day.working}
    >
      <span>{Number(day.date.slice(8))}</span>
      <small>{isOrdinary ? '' : day.working ? t('mark.WORK') : t('mark.REST')}</small>
    </AppLink>
  );
}

type Props = { days: readonly Day[]; year: number; month: number; today: string };

/** A month in weeks; each date says what it is by a word, and by colour beside it. */
export function MonthGrid({ days, year, month, today }: Props) {
  const { t } = useTranslation('calendar');
  const own = ofMonth(days, year, month);
  const sum = sumOf(own);
  const title = `month-${year}-${month}`;
  return (
    <section className="zd-panel zd-month" aria-labelledby={title}>
      <div className="zd-spread">
        <h2 id={title}>
          <AppLink href={`/calendar?year=${year}&month=${month}`}>{t('monthOf', { year, month })}</AppLink>
        </h2>
        <span className="zd-muted">{t('sum', { count: sum.days, hours: sum.minutes / 60 })}</span>
      </div>
      <table>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                <span aria-hidden="true">{t(`weekdayShort.${weekday}`)}</span>
                <span className="zd-visually-hidden">{t(`weekday.${weekday}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(own).map((week) => (
            <tr key={week.find((day) => day !== null)?.date}>
              {weekdays.map((weekday) => {
                const day = week[weekday];
                return (
                  <td key={weekday}>{day ? <DayCell day={day} isToday={day.date === today} /> : null}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
