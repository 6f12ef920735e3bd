import { useTranslation } from 'react-i18next';
import { weekdayOf } from '@/features/calendar/public';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { DayCounts, type DaysProps } from './day-counts';
import { countOf, listOfDay } from './month-days';
import './obligations.css';

/** On a phone: the days on which something is due, one below the other. */
export function DayList({ days, month, today, whose }: DaysProps) {
  const { t } = useTranslation(['obligations', 'calendar']);
  const due = days.filter((day) => countOf(day) > 0);
  if (due.length === 0) {
    return <EmptyState title={t('obligations:calendar.none')} hint={t('obligations:noneHint')} />;
  }
  return (
    <ul className="zd-panel zd-obligation-days" aria-label={t('obligations:calendar.of', { month })}>
      {due.map((day) => (
        <li key={day.day} data-working={day.working}>
          <AppLink href={listOfDay(day.day, whose)} aria-current={day.day === today ? 'date' : undefined}>
            <span>
              {day.day}{' '}
              <span className="zd-muted">
                {t(`calendar:weekday.${weekdayOf(day.day) as 0}`)}{' '}
                {day.working ? null : t('obligations:calendar.rest')}
              </span>
            </span>
            <span className="zd-row">
              <DayCounts day={day} />
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
