import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, TimeText } from '@/shared/ui/values/values';
import '@/shared/ui/values/plain-table.css';
import { type Interval, lengthOf, showHours } from './days';
import { hoursOf } from './hours-field';
import { setWeekPattern, useCalendarChanged, useWeekPatterns, type WeekPattern } from './queries';

type Week = readonly Interval[][];
const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const fieldOf = (weekday: number) => `day${weekday}`;

function WeekTable({ days, label }: { days: Week; label: string }) {
  const { t } = useTranslation('calendar');
  const total = days.reduce((sum, intervals) => sum + lengthOf(intervals), 0);
  return (
    <div className="zd-plain-frame">
      <table className="zd-plain-table" aria-label={label}>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{t(`weekday.${weekday}`)}</th>
              <td>{days[weekday]?.length ? showHours(days[weekday]) : t('rest')}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('pattern.total')}</th>
            <td>{t('pattern.hours', { hours: total / 60 })}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function usePatternSections(): Section[] {
  const { t } = useTranslation('calendar');
  return useMemo(() => {
    const hours: Field[] = weekdays.map((weekday) => ({
      kind: 'text',
      name: fieldOf(weekday),
      label: t(`weekday.${weekday}`),
    }));
    return [
      {
        id: 'pattern',
        title: t('pattern.from'),
        fields: [
          { kind: 'date', name: 'effective_from', label: t('pattern.effective'), required: true },
          { kind: 'long-text', name: 'reason', label: t('reason'), required: true, max: 500 },
        ],
      },
      { id: 'hours', title: t('hours.title'), hint: t('hours.format'), fields: hours },
    ];
  }, [t]);
}

function PatternForm({ current, done }: { current: Week; done: () => void }) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const changed = useCalendarChanged();
  const sections = usePatternSections();
  const initial = useMemo<Values>(
    () =>
      Object.fromEntries(weekdays.map((weekday) => [fieldOf(weekday), showHours(current[weekday] ?? [])])),
    [current],
  );
  const save = async (body: Values, key: string) => {
    const days = weekdays.map((weekday) =>
      hoursOf(body[fieldOf(weekday)], fieldOf(weekday), t('hours.format')),
    );
    await setWeekPattern(
      { days, effective_from: String(body.effective_from), reason: String(body.reason) },
      key,
    );
    message.success(t('pattern.done'));
    await changed();
  };
  return (
    <RecordForm
      label={t('pattern.change')}
      sections={sections}
      initial={initial}
      target={{ mode: 'CREATE', save }}
      submitLabel={t('pattern.change')}
      onSaved={done}
      onCancel={done}
    />
  );
}

function History({ patterns }: { patterns: readonly WeekPattern[] }) {
  const { t } = useTranslation('calendar');
  return (
    <ol className="zd-stack">
      {patterns.map((pattern) => (
        <li key={pattern.id}>
          <details>
            <summary>
              {t('pattern.effective')} <DateText value={pattern.effective_from} />{' '}
              <Tag tone={pattern.state === 'IN_EFFECT' ? 'ok' : 'neutral'}>
                {t(`pattern.is.${pattern.state}`)}
              </Tag>{' '}
              <span className="zd-muted">
                {pattern.set_by.name} · <TimeText value={pattern.set_at} /> · {pattern.reason}
              </span>
            </summary>
            <WeekTable days={pattern.days} label={t('pattern.of', { date: pattern.effective_from })} />
          </details>
        </li>
      ))}
    </ol>
  );
}

/** The working hours of the weekdays: now, before, and from a date on. */
export function WeekPatternPage() {
  const { t } = useTranslation('calendar');
  const can = useCan();
  const patterns = useWeekPatterns();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="zd-page zd-page-narrow">
      <AppLink href="/calendar">{t('back')}</AppLink>
      <div className="zd-spread">
        <h1>{t('pattern.title')}</h1>
        {can('calendar.manage') ? (
          <Button type="primary" disabled={!patterns.data} onClick={() => setOpen(true)}>
            {t('pattern.change')}
          </Button>
        ) : null}
      </div>
      <p className="zd-muted">{t('pattern.hint')}</p>
      <QueryGate query={patterns}>
        {(found) => (
          <>
            <section className="zd-panel zd-inset zd-stack" aria-labelledby="pattern-now">
              <h2 id="pattern-now">{t('pattern.now')}</h2>
              <WeekTable days={found.current} label={t('pattern.now')} />
            </section>
            <section className="zd-panel zd-inset zd-stack" aria-labelledby="pattern-history">
              <h2 id="pattern-history">{t('pattern.history')}</h2>
              <History patterns={found.patterns} />
            </section>
            <FormDialog open={isOpen} title={t('pattern.change')} width={680} onCancel={close}>
              <PatternForm current={found.current} done={close} />
            </FormDialog>
          </>
        )}
      </QueryGate>
    </div>
  );
}
