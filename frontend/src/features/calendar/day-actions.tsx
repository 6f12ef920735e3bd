import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import type { components } from '@/shared/api/schema';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { showHours } from './days';
import { hoursOf } from './hours-field';
import { type DayDetail, decideDay, useCalendarChanged, withdrawDay } from './queries';

type AllowedAction = components['schemas']['AllowedAction'];
type FormProps = { day: DayDetail; done: () => void };

function DecideForm({ day, done }: FormProps) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const changed = useCalendarChanged();
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'choice',
        name: 'working',
        label: t('decide.working'),
        required: true,
        options: [
          { value: 'REST', label: t('decide.REST') },
          { value: 'WORK', label: t('decide.WORK') },
        ],
      },
      { kind: 'text', name: 'name', label: t('name'), help: t('decide.nameHint'), required: true, max: 60 },
      { kind: 'text', name: 'hours', label: t('hours.title'), help: t('decide.hoursHint'), wide: true },
      { kind: 'long-text', name: 'reason', label: t('reason'), required: true, max: 500 },
    ],
    [t],
  );
  const initial = useMemo<Values>(() => ({ working: day.working ? 'REST' : 'WORK' }), [day]);
  const save = async ({ working, name, hours, reason }: Values, key: string) => {
    const isWorking = working === 'WORK';
    const intervals = isWorking ? hoursOf(hours, 'hours', t('hours.format')) : [];
    const body = {
      date: day.date,
      working: isWorking,
      name: String(name),
      reason: String(reason),
      // None of its own: the hours of the week pattern.
      ...(intervals.length > 0 ? { intervals } : {}),
    };
    await decideDay(body, key);
    message.success(t('decide.done'));
    await changed();
  };
  return <SmallForm label={t('decide.title')} fields={fields} initial={initial} save={save} onDone={done} />;
}

function WithdrawForm({ day, done }: FormProps) {
  const { t } = useTranslation('calendar');
  const changed = useCalendarChanged();
  const save = async (reason: string, key: string) => {
    await withdrawDay(day, reason, key);
    await changed();
  };
  return (
    <ReasonForm
      label={t('withdraw.title')}
      hint={t('withdraw.hint')}
      save={save}
      said={t('withdraw.done')}
      done={done}
    />
  );
}

/** Deciding is an act on the calendar and not on a day that is there: its permission and its term are told here. */
function useDeciding(date: string, today: string): AllowedAction {
  const { t } = useTranslation(['calendar', 'problems']);
  const can = useCan();
  const isMissing = !can('calendar.manage');
  const permission = usePermissionWord(isMissing)('calendar.manage');
  const reasons = [
    ...(isMissing
      ? [
          {
            code: 'PERMISSION_MISSING',
            clauses: [],
            detail: t('problems:PERMISSION_MISSING', { permission }),
          },
        ]
      : []),
    ...(date < today ? [{ code: 'PAST', clauses: [], detail: t('calendar:decide.past') }] : []),
  ];
  return { action: 'decide', enabled: reasons.length === 0, reasons };
}

/** What may be done about a date, and why something may not. */
export function DayActions({ day, today }: { day: DayDetail; today: string }) {
  const { t } = useTranslation('calendar');
  const deciding = useDeciding(day.date, today);
  return (
    <ActionBar
      allowed={[deciding, ...day.allowed_actions]}
      actions={[
        {
          action: 'decide',
          label: t('decide.title'),
          primary: true,
          form: (done) => <DecideForm day={day} done={done} />,
        },
        {
          action: 'withdraw',
          label: t('withdraw.title'),
          danger: true,
          form: (done) => <WithdrawForm day={day} done={done} />,
        },
      ]}
    />
  );
}

/** The hours of a date in words, also when there are none. */
export function useHoursWords(): (day: Pick<DayDetail, 'working' | 'intervals'>) => string {
  const { t } = useTranslation('calendar');
  return ({ working, intervals }) => (working ? showHours(intervals) : t('rest'));
}
