import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { formatTime } from '@/shared/format/date';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { isWithin, NumberInput } from '@/shared/ui/pickers/number-input';
import { TimeInput } from '@/shared/ui/pickers/time-input';
import '@/shared/ui/values/plain-table.css';
import { Tag } from '@/shared/ui/values/tag';
import './calendar.css';
import { addDays, kindTones, weekdayOf } from './days';
import { useCalendar, useDeadline } from './queries';
import type { DeadlineSearch } from './search';
import { addsUp, type Step, stepsOf, type Term, timeIn, wallClock } from './term';
import { UnknownYears } from './unknown-years';

type Deadline = components['schemas']['Deadline'];
type Question = Term & { from: string };

/** An account of more dates than this is nothing that anybody reads. */
const longestAccount = 62;

function StepRow({ step, unit }: { step: Step; unit: Term['unit'] }) {
  const { t } = useTranslation('calendar');
  return (
    <tr data-passed={step.counted === null}>
      <th scope="row">
        {step.date} <span className="zd-muted">{t(`weekday.${weekdayOf(step.date) as 0}`)}</span>
      </th>
      <td>
        <Tag tone={kindTones[step.kind]}>{t(`kind.${step.kind}`)}</Tag> {step.name}
      </td>
      <td>
        {step.counted === null
          ? t('deadline.passed')
          : unit === 'DAYS'
            ? t('deadline.countedDay')
            : t('deadline.countedMinutes', { count: step.counted })}
      </td>
    </tr>
  );
}

function Account({ deadline, term }: { deadline: Deadline; term: Term }) {
  const { t } = useTranslation('calendar');
  const from = wallClock(deadline.from, deadline.time_zone);
  const isShort = deadline.due_on <= addDays(from.date, longestAccount);
  const range = useCalendar(from.date, deadline.due_on, isShort);
  const steps = isShort && range.data ? stepsOf(range.data.days, from, term) : [];
  if (steps.length === 0 || !addsUp(steps, term) || steps.at(-1)?.date !== deadline.due_on) return null;
  return (
    <section className="zd-panel" aria-label={t('deadline.account')}>
      <div className="zd-plain-frame">
        <table className="zd-plain-table">
          <caption>{t('deadline.account')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('deadline.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepRow key={step.date} step={step} unit={term.unit} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Answer({ question }: { question: Question }) {
  const { t } = useTranslation('calendar');
  const deadline = useDeadline(question.from, question);
  if (deadline.isError) return <ProblemAlert error={deadline.error} onRetry={() => deadline.refetch()} />;
  if (!deadline.data) return null;
  const { due_at, unknown_years, time_zone } = deadline.data;
  const [company, here] = [timeIn(time_zone, due_at), formatTime(due_at)];
  return (
    <>
      <section className="zd-panel zd-inset zd-stack" aria-live="polite">
        <h2>{t('deadline.due')}</h2>
        <p className="zd-due-answer">
          <time dateTime={due_at}>{company}</time>
        </p>
        <p className="zd-muted">{t('deadline.zone', { zone: time_zone })}</p>
        {here === company ? null : <p className="zd-muted">{t('deadline.here', { time: here })}</p>}
        <UnknownYears years={unknown_years} hint={t('deadline.unknownHint')} />
      </section>
      <Account deadline={deadline.data} term={question} />
    </>
  );
}

const longestTerm = 5000;

function Ask({ asked, onAsk }: { asked: DeadlineSearch; onAsk: (question: Question) => void }) {
  const { t } = useTranslation('calendar');
  const [from, setFrom] = useState<string | null>(asked.from ?? new Date().toISOString());
  const [amount, setAmount] = useState<number | null>(asked.amount ?? 3);
  const [unit, setUnit] = useState<Term['unit']>(asked.unit ?? 'DAYS');
  return (
    <form
      className="zd-panel zd-inset zd-stack"
      aria-label={t('deadline.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (from && isWithin(amount, 0, longestTerm)) onAsk({ from, amount, unit });
      }}
    >
      <div className="zd-row">
        <label htmlFor="deadline-from">{t('deadline.from')}</label>
        <span>
          <TimeInput id="deadline-from" value={from} onChange={setFrom} />
        </span>
      </div>
      <div className="zd-row">
        <label htmlFor="deadline-amount">{t('deadline.amount')}</label>
        <NumberInput id="deadline-amount" min={0} max={longestTerm} value={amount} onChange={setAmount} />
        <Radio.Group
          aria-label={t('deadline.unit')}
          value={unit}
          onChange={({ target }) => setUnit(target.value as Term['unit'])}
          options={(['DAYS', 'HOURS'] as const).map((value) => ({
            value,
            label: t(`deadline.units.${value}`),
          }))}
        />
      </div>
      <div>
        <Button type="primary" htmlType="submit" disabled={!from || !isWithin(amount, 0, longestTerm)}>
          {t('deadline.compute')}
        </Button>
      </div>
    </form>
  );
}

/** When a term of the handbook runs out, and by which days of the calendar. */
export function DeadlinePage() {
  const { t } = useTranslation('calendar');
  const navigate = useNavigate();
  const asked: DeadlineSearch = useSearch({ strict: false });
  const { from, unit, amount } = asked;
  return (
    <div className="zd-page zd-page-narrow">
      <AppLink href="/calendar">{t('back')}</AppLink>
      <h1>{t('deadline.title')}</h1>
      <p className="zd-muted">{t('deadline.hint')}</p>
      <Ask asked={asked} onAsk={(question) => navigate({ to: '/calendar/deadline', search: question })} />
      {from !== undefined && unit && amount !== undefined ? (
        <Answer question={{ from, unit, amount }} />
      ) : null}
    </div>
  );
}
