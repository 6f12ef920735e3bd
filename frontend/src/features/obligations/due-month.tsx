import { useTranslation } from 'react-i18next';
import { weekdayOf, weeksOf } from '@/features/calendar/public';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { isEmpty, listOf, type Mark, marksOf } from './due-days';
import type { DueDay } from './queries';
import type { Whose } from './search';
import './obligations.css';

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const tones: Record<Mark['name'], Tone> = {
  overdue: 'danger',
  open: 'accent',
  late: 'warning',
  done: 'ok',
  excused: 'neutral',
};

type Props = { days: readonly DueDay[]; whose: Whose; today: string };

function Marks({ day }: { day: DueDay }) {
  const { t } = useTranslation('obligations');
  return (
    <span className="zd-due-marks">
      {marksOf(day).map(({ name, count }) => (
        <Tag key={name} tone={tones[name]}>
          {t(`calendar.marks.${name}`, { count })}
        </Tag>
      ))}
    </span>
  );
}

function DayCell({ day, whose, isToday }: { day: DueDay; whose: Whose; isToday: boolean }) {
  const figure = <time dateTime={day.day}>{Number(day.day.slice(8))}</time>;
  const look = { className: 'zd-due-day', 'aria-current': isToday ? ('date' as const) : undefined };
  if (isEmpty(day)) return <div {...look}>{figure}</div>;
  return (
    <AppLink {...look} href={listOf(day.day, whose)}>
      {figure} <Marks day={day} />
    </AppLink>
  );
}

/** A month in weeks; a day opens the list of what is due on it. */
export function DueMonth({ days, whose, today }: Props) {
  const { t } = useTranslation(['obligations', 'calendar']);
  const weeks = weeksOf(days.map((day) => ({ ...day, date: day.day })));
  return (
    <table className="zd-due-month zd-panel">
      <caption className="zd-visually-hidden">{t('obligations:calendar.title')}</caption>
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
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)?.day}>
            {weekdays.map((weekday) => {
              const day = week[weekday];
              return (
                <td key={weekday} data-working={day?.working ?? true}>
                  {day ? <DayCell day={day} whose={whose} isToday={day.day === today} /> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same on a narrow screen: the days on which something is due, one below the other. */
export function DueDayList({ days, whose, today }: Props) {
  const { t } = useTranslation(['obligations', 'calendar']);
  const busy = days.filter((day) => !isEmpty(day));
  if (busy.length === 0) return <p className="zd-muted">{t('obligations:calendar.none')}</p>;
  return (
    <ul className="zd-panel zd-due-list">
      {busy.map((day) => (
        <li key={day.day} data-working={day.working}>
          <AppLink href={listOf(day.day, whose)} aria-current={day.day === today ? 'date' : undefined}>
            <span>
              <time dateTime={day.day}>{day.day}</time>{' '}
              <span className="zd-muted">{t(`calendar:weekday.${weekdayOf(day.day) as 0}`)}</span>
            </span>
            <Marks day={day} />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
