import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText } from '@/shared/ui/values/values';
import '@/shared/ui/values/plain-table.css';
import { type Day, kindTones, ofMonth, showHours, sumOf, weekdayOf } from './days';

type Props = { days: readonly Day[]; year: number; month: number; today: string };

/** A month day by day, with the hours of each. */
export function MonthList({ days, year, month, today }: Props) {
  const { t } = useTranslation('calendar');
  const own = ofMonth(days, year, month);
  const sum = sumOf(own);
  return (
    <section className="zd-panel" aria-label={t('monthOf', { year, month })}>
      <div className="zd-plain-frame">
        <table className="zd-plain-table">
          <caption>
            {t('monthOf', { year, month })}{' '}
            <span className="zd-muted">{t('sum', { count: sum.days, hours: sum.minutes / 60 })}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('hours.title')}</th>
              <th scope="col">{t('name')}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((day) => (
              <tr key={day.date} data-passed={!day.working}>
                <th scope="row">
                  <AppLink
                    href={`/calendar/${day.date}`}
                    aria-current={day.date === today ? 'date' : undefined}
                  >
                    {day.date}
                  </AppLink>{' '}
                  <span className="zd-muted">{t(`weekday.${weekdayOf(day.date) as 0}`)}</span>
                </th>
                <td>
                  <Tag tone={kindTones[day.kind]}>{t(`kind.${day.kind}`)}</Tag>
                </td>
                <td>{day.working ? showHours(day.intervals) : t('rest')}</td>
                <td>
                  <PlainText value={day.name} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
