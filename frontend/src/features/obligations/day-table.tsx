import { useTranslation } from 'react-i18next';
import { weeksOf } from '@/features/calendar/public';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { countsOf, DayCounts, type DaysProps } from './day-counts';
import { countOf, listOfDay } from './month-days';
import type { ObligationDay } from './queries';
import './obligations.css';

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

function Cell({ day, isToday, whose }: { day: ObligationDay; isToday: boolean } & Pick<DaysProps, 'whose'>) {
  const { t } = useTranslation('obligations');
  const rest = day.working ? null : t('calendar.rest');
  const shared = {
    className: 'zd-obligation-day',
    'data-working': day.working,
    'aria-current': isToday ? ('date' as const) : undefined,
  };
  const head = (
    <span className="zd-obligation-date">
      {Number(day.day.slice(8))} <small>{rest}</small>
    </span>
  );
  if (countOf(day) === 0) return <div {...shared}>{head}</div>;
  const spoken = [day.day, rest, ...countsOf(t, day).map(({ text }) => text)].filter(Boolean).join(' ');
  return (
    <AppLink {...shared} href={listOfDay(day.day, whose)} aria-label={spoken}>
      {head}
      <DayCounts day={day} />
    </AppLink>
  );
}

/** A month in weeks; a day opens what is due on it. */
export function DayTable({ days, month, today, whose }: DaysProps) {
  const { t } = useTranslation(['obligations', 'calendar']);
  const dated = days.map((day) => ({ ...day, date: day.day }));
  return (
    <table className="zd-panel zd-obligation-month">
      <caption className="zd-visually-hidden">{t('obligations:calendar.of', { month })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`calendar:weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(dated).map((week) => (
          <tr key={week.find((day) => day !== null)?.day}>
            {weekdays.map((weekday) => {
              const day = week[weekday];
              return (
                <td key={weekday}>
                  {day ? <Cell day={day} isToday={day.day === today} whose={whose} /> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
