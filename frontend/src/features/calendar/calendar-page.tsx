import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan, useSystemInfo } from '@/features/session/public';
import type { components } from '@/shared/api/schema';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import './calendar.css';
import { dateOf, kindTones, todayIn } from './days';
import { MonthGrid } from './month-grid';
import { MonthList } from './month-list';
import { useCalendar } from './queries';
import { type CalendarSearch, firstYear, lastYear } from './search';
import { UnknownYears } from './unknown-years';

type Range = components['schemas']['CalendarRangeAnswer'];

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const kinds = ['WEEKDAY', 'WEEKEND', 'HOLIDAY', 'MAKE_UP', 'EXCEPTION'] as const;

/** The place before and after: by months where one is shown, by years otherwise. */
export function stepOf({ year, month }: Required<Pick<CalendarSearch, 'year'>> & CalendarSearch, by: 1 | -1) {
  if (month === undefined) return { year: year + by, month };
  const next = month + by;
  if (next < 1) return { year: year - 1, month: 12 };
  return next > 12 ? { year: year + 1, month: 1 } : { year, month: next };
}

function Mover({ year, month, thisMonth }: { year: number; month?: number; thisMonth: CalendarSearch }) {
  const { t } = useTranslation('calendar');
  const navigate = useNavigate();
  const go = (search: CalendarSearch) => navigate({ to: '/calendar', search });
  const title = month ? t('monthOf', { year, month }) : t('yearOf', { year });
  const step = (by: 1 | -1, label: string, icon: React.ReactNode) => {
    const target = stepOf({ year, month }, by);
    const isOut = target.year < firstYear || target.year > lastYear;
    return <Button icon={icon} aria-label={label} disabled={isOut} onClick={() => go(target)} />;
  };
  return (
    <div className="zd-row">
      {step(-1, t('previous'), <LeftOutlined aria-hidden />)}
      <strong aria-live="polite">{title}</strong>
      {step(1, t('next'), <RightOutlined aria-hidden />)}
      <Button onClick={() => go(month ? thisMonth : { year: thisMonth.year })}>{t('today')}</Button>
      <Radio.Group
        aria-label={t('view')}
        optionType="button"
        value={month ? 'MONTH' : 'YEAR'}
        onChange={({ target }) =>
          go({
            year,
            month: target.value === 'MONTH' ? (thisMonth.year === year ? thisMonth.month : 1) : undefined,
          })
        }
        options={[
          { value: 'YEAR', label: t('views.YEAR') },
          { value: 'MONTH', label: t('views.MONTH') },
        ]}
      />
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('calendar');
  return (
    <ul className="zd-legend" aria-label={t('legend')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Tag tone={kindTones[kind]}>{t(`kind.${kind}`)}</Tag>
        </li>
      ))}
    </ul>
  );
}

function Shown({ range, year, month, today }: { range: Range; year: number; month?: number; today: string }) {
  const { t } = useTranslation('calendar');
  const can = useCan();
  return (
    <>
      <UnknownYears
        years={range.unknown_years}
        hint={can('calendar.manage') ? t('unknownYearHint') : t('unknownYearHintReader')}
      />
      <Legend />
      {month ? (
        <MonthList days={range.days} year={year} month={month} today={today} />
      ) : (
        <div className="zd-year">
          {months.map((one) => (
            <MonthGrid key={one} days={range.days} year={year} month={one} today={today} />
          ))}
        </div>
      )}
    </>
  );
}

function Calendar({ timeZone }: { timeZone: string }) {
  const search: CalendarSearch = useSearch({ strict: false });
  const today = todayIn(timeZone, new Date());
  const thisMonth = { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
  const { year = thisMonth.year, month } = search;
  const range = useCalendar(dateOf(year, 1, 1), dateOf(year, 12, 31));
  return (
    <>
      <Mover year={year} month={month} thisMonth={thisMonth} />
      <QueryGate query={range}>
        {(found) => <Shown range={found} year={year} month={month} today={today} />}
      </QueryGate>
    </>
  );
}

/** What each date of the company is: the ground of every deadline of the handbook. */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  const can = useCan();
  const system = useSystemInfo();
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        <nav className="zd-row" aria-label={t('more')}>
          <AppLink href="/calendar/deadline">{t('deadline.title')}</AppLink>
          <AppLink href="/calendar/week-pattern">{t('pattern.title')}</AppLink>
          {can('calendar.manage') ? <AppLink href="/calendar/import">{t('import.title')}</AppLink> : null}
        </nav>
      </div>
      <p className="zd-muted">{t('hint')}</p>
      <QueryGate query={system}>{({ time_zone }) => <Calendar timeZone={time_zone} />}</QueryGate>
    </div>
  );
}
