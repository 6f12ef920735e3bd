import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field } from '@/shared/ui/record-form/fields';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { CallForm } from './call-form';
import { type Report, receiveReport, sendReportBack, useReportsChanged } from './queries';

type FormProps = { report: Report; done: () => void };

function ReceiveForm({ report, done }: FormProps) {
  const { t } = useTranslation('information-reports');
  const { message } = App.useApp();
  const changed = useReportsChanged();
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'long-text',
        name: 'note',
        label: t('receive.note'),
        help: t('receive.noteHelp'),
        max: 1000,
      },
    ],
    [t],
  );
  return (
    <SmallForm
      label={t('receive.action')}
      fields={fields}
      save={async ({ note }, key) => {
        await receiveReport(report, typeof note === 'string' ? note : null, key);
        message.success(t('receive.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}

/** Its author puts it right, customer service takes it in, gives it back and calls back (A-CIR-03). */
export function ReportActions({ report }: { report: Report }) {
  const { t } = useTranslation('information-reports');
  const changed = useReportsChanged();
  return (
    <ActionBar
      allowed={report.allowed_actions}
      actions={[
        {
          action: 'receive',
          label: t('receive.action'),
          primary: true,
          form: (done) => <ReceiveForm report={report} done={done} />,
        },
        {
          action: 'update',
          label: report.state === 'SENT_BACK' ? t('sendAgain') : t('edit'),
          primary: report.state === 'SENT_BACK',
          href: `/client-information-reports/${report.id}/edit`,
        },
        {
          action: 'send-back',
          label: t('sendBack.action'),
          form: (done) => (
            <ReasonForm
              label={t('sendBack.action')}
              fieldLabel={t('sendBack.reason')}
              hint={t('sendBack.reasonHelp')}
              max={1000}
              save={async (reason, key) => {
                await sendReportBack(report, reason, key);
                await changed();
              }}
              said={t('sendBack.done')}
              done={done}
            />
          ),
        },
        {
          action: 'call-back',
          label: t('call.action'),
          form: (done) => (
            <CallForm about={{ person_id: report.person.id, period: report.period }} done={done} />
          ),
        },
      ]}
    />
  );
}
