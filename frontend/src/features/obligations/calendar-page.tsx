import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { todayIn } from '@/features/calendar/public';
import { CalendarFeedButton } from '@/features/channels/public';
import { useSystemInfo } from '@/features/session/public';
import { firstAndLast, monthAfter } from '@/shared/format/period';
import { useNarrow } from '@/shared/ui/data-table/use-narrow';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { DayList } from './day-list';
import { DayTable } from './day-table';
import { useObligationDays } from './queries';
import type { ObligationCalendarSearch } from './search';
import { ObligationTabs } from './tabs';
import { WhoseSwitch } from './whose-switch';
import './obligations.css';

type MoverProps = { month: string; thisMonth: string; go: (month: string) => void };

function Mover({ month, thisMonth, go }: MoverProps) {
  const { t } = useTranslation('obligations');
  const step = (by: 1 | -1, label: string, icon: ReactNode) => (
    <Button icon={icon} aria-label={label} onClick={() => go(monthAfter(month, by))} />
  );
  return (
    <div className="zd-row">
      {step(-1, t('calendar.previous'), <LeftOutlined aria-hidden />)}
      <strong aria-live="polite">{month}</strong>
      {step(1, t('calendar.next'), <RightOutlined aria-hidden />)}
      <Button disabled={month === thisMonth} onClick={() => go(thisMonth)}>
        {t('calendar.thisMonth')}
      </Button>
    </div>
  );
}

function Months({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation('obligations');
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  const search: ObligationCalendarSearch = useSearch({ strict: false });
  const today = todayIn(timeZone, new Date());
  const thisMonth = today.slice(0, 7);
  const { month = thisMonth, whose = 'MINE' } = search;
  const { from, to } = firstAndLast(month);
  const days = useObligationDays(from, to, whose);
  const go = (next: ObligationCalendarSearch) =>
    navigate({ to: '/obligations/calendar', search: { month, whose, ...next } });
  const Shown = isNarrow ? DayList : DayTable;
  return (
    <>
      <ObligationTabs current="calendar" whose={whose} />
      <div className="zd-spread">
        <Mover month={month} thisMonth={thisMonth} go={(next) => go({ month: next })} />
        <WhoseSwitch value={whose} onChange={(next) => go({ whose: next })} />
      </div>
      <p className="zd-muted">{t('calendar.hint')}</p>
      <QueryGate query={days}>
        {({ items }) => (
          <Shown
            // The days of the month before stand in while this one is fetched, and not under its name.
            days={items.filter(({ day }) => day.startsWith(month))}
            month={month}
            today={today}
            whose={whose}
          />
        )}
      </QueryGate>
    </>
  );
}

/** How much is due on each day of a month, and what became of it. */
export function ObligationCalendarPage() {
  const { t } = useTranslation('obligations');
  const system = useSystemInfo();
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('calendar.heading')}</h1>
        <CalendarFeedButton />
      </div>
      <QueryGate query={system}>{({ time_zone }) => <Months timeZone={time_zone} />}</QueryGate>
    </div>
  );
}
