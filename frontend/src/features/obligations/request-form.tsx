import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { type Obligation, requestException, useObligationsChanged } from './queries';
import './obligations.css';

type Props = { obligation: Obligation; done: () => void };

function RequestForm({ obligation, done }: Props) {
  const { t } = useTranslation('obligations');
  const { message } = App.useApp();
  const changed = useObligationsChanged();
  const fields = useMemo<Field[]>(
    () => [
      { kind: 'date', name: 'until', label: t('request.until'), help: t('request.untilHelp'), required: true },
      { kind: 'long-text', name: 'reason', label: t('request.reason'), required: true, max: 1000 },
    ],
    [t],
  );
  return (
    <>
      <p className="zd-due-said">{t('request.hint')}</p>
      <SmallForm
        label={t('request.action')}
        fields={fields}
        save={async ({ reason, until }, key) => {
          await requestException(obligation, { reason: String(reason), until: String(until) }, key);
          message.success(t('request.done'));
          await changed();
        }}
        onDone={done}
      />
    </>
  );
}

/** Nobody closes it by hand; whoever has to do it may ask to be let off until a day. */
export function ObligationActions({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  return (
    <ActionBar
      allowed={obligation.allowed_actions}
      actions={[
        {
          action: 'request-exception',
          label: t('request.action'),
          form: (done) => <RequestForm obligation={obligation} done={done} />,
        },
      ]}
    />
  );
}
