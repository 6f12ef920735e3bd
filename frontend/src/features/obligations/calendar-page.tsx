import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { todayIn } from '@/features/calendar/public';
import { useSystemInfo } from '@/features/session/public';
import { useNarrow } from '@/shared/ui/data-table/use-narrow';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { bounds, stepOf } from './due-days';
import { DueDayList, DueMonth } from './due-month';
import { useDueCalendar } from './queries';
import type { DueCalendarSearch } from './search';
import { WhoseChoice } from './whose-choice';
import './obligations.css';

function DueCalendar({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation(['obligations', 'calendar']);
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  const search: DueCalendarSearch = useSearch({ strict: false });
  const today = todayIn(timeZone, new Date());
  const { month = today.slice(0, 7), whose = 'MINE' } = search;
  const { from, to } = bounds(month);
  const days = useDueCalendar(from, to, whose);
  const go = (patch: DueCalendarSearch) =>
    navigate({ to: '/obligations/calendar', search: { month, whose, ...patch } });
  const [year = 0, number = 1] = month.split('-').map(Number);
  const Body = isNarrow ? DueDayList : DueMonth;
  return (
    <>
      <div className="zd-row">
        <WhoseChoice value={whose} onChange={(next) => go({ whose: next })} />
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('calendar:previous')}
          onClick={() => go({ month: stepOf(month, -1) })}
        />
        <strong aria-live="polite">{t('calendar:monthOf', { year, month: number })}</strong>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={t('calendar:next')}
          onClick={() => go({ month: stepOf(month, 1) })}
        />
        <Button onClick={() => go({ month: today.slice(0, 7) })}>{t('calendar:today')}</Button>
      </div>
      <QueryGate query={days}>
        {({ items }) => <Body days={items} whose={whose} today={today} />}
      </QueryGate>
    </>
  );
}

/** What falls due on which day, and what became of it; days without work are shaded. */
export function ObligationCalendarPage() {
  const { t } = useTranslation('obligations');
  const system = useSystemInfo();
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('calendar.title')}</h1>
        <AppLink href="/obligations">{t('calendar.toList')}</AppLink>
      </div>
      <p className="zd-muted">{t('calendar.hint')}</p>
      <QueryGate query={system}>{({ time_zone }) => <DueCalendar timeZone={time_zone} />}</QueryGate>
    </div>
  );
}
