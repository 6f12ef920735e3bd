import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '@/shared/format/date';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { TimeInput } from '@/shared/ui/pickers/time-input';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { monthOptions, openMonths } from './months';
import { callBack, useReportsChanged } from './queries';

type Props = {
  /** On whose report of which month; asked for where nothing is looked at. */
  about?: { person_id: string; period: string };
  done: () => void;
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Notes that a salesperson was called back on a report, or on there being none (A-CIR-03). */
export function CallForm({ about, done }: Props) {
  const { t } = useTranslation('information-reports');
  const { message } = App.useApp();
  const changed = useReportsChanged();
  const isAsked = about === undefined;
  const fields = useMemo<Field[]>(() => {
    const whom: Field[] = [
      { kind: 'person', name: 'person_id', label: t('call.person'), required: true },
      { kind: 'choice', name: 'period', label: t('period'), required: true, options: monthOptions() },
    ];
    return [
      ...(isAsked ? whom : []),
      {
        kind: 'custom',
        name: 'called_at',
        label: t('call.calledAt'),
        required: true,
        control: <TimeInput past />,
        show: (value) => formatTime(String(value)),
      },
      {
        kind: 'long-text',
        name: 'note',
        label: t('call.note'),
        help: t('call.noteHelp'),
        required: true,
        max: 2000,
      },
    ];
  }, [t, isAsked]);
  const [initial] = useState<Values>(() => ({
    called_at: new Date().toISOString(),
    ...(isAsked ? { period: openMonths()[0] } : {}),
  }));
  return (
    <SmallForm
      label={t('call.action')}
      hint={
        <>
          <p>{t('call.hint')}</p>
          <ClauseList clauses={[{ id: 'A-CIR-03' }]} />
        </>
      }
      fields={fields}
      initial={initial}
      save={async ({ person_id, period, called_at, note }, key) => {
        const whom = about ?? { person_id: text(person_id), period: text(period) };
        await callBack({ ...whom, called_at: text(called_at), note: text(note) }, key);
        message.success(t('call.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}
