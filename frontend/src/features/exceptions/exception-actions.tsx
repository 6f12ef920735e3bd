import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field } from '@/shared/ui/record-form/fields';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { approve, type Exception, refuse, useExceptionsChanged, withdraw } from './queries';

type FormProps = { exception: Exception; done: () => void };

function ApproveForm({ exception, done }: FormProps) {
  const { t } = useTranslation('exceptions');
  const { message } = App.useApp();
  const changed = useExceptionsChanged();
  const fields = useMemo<Field[]>(
    () => [{ kind: 'long-text', name: 'note', label: t('approve.note'), max: 1000 }],
    [t],
  );
  return (
    <SmallForm
      label={t('approve.action')}
      hint={t('approve.hint', { until: exception.expires_on ?? '' })}
      fields={fields}
      save={async ({ note }, key) => {
        await approve(exception, typeof note === 'string' ? note : null, key);
        message.success(t('approve.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}

function RefuseForm({ exception, done }: FormProps) {
  const { t } = useTranslation('exceptions');
  const changed = useExceptionsChanged();
  return (
    <ReasonForm
      label={t('refuse.action')}
      name="note"
      fieldLabel={t('refuse.note')}
      max={1000}
      save={async (note, key) => {
        await refuse(exception, note, key);
        await changed();
      }}
      said={t('refuse.done')}
      done={done}
    />
  );
}

function WithdrawForm({ exception, done }: FormProps) {
  const { t } = useTranslation('exceptions');
  const { message } = App.useApp();
  const changed = useExceptionsChanged();
  return (
    <SmallForm
      label={t('withdraw.action')}
      hint={t('withdraw.hint')}
      save={async (_, key) => {
        await withdraw(exception, key);
        message.success(t('withdraw.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}

/**
 * Whoever asked takes it back; whoever may decide grants or refuses it, and nobody their own. What is settled
 * says so by its state: three buttons that will never open again would only say it thrice.
 */
export function ExceptionActions({ exception }: { exception: Exception }) {
  const { t } = useTranslation('exceptions');
  if (exception.state !== 'REQUESTED') return null;
  return (
    <ActionBar
      allowed={exception.allowed_actions}
      actions={[
        {
          action: 'approve',
          label: t('approve.action'),
          primary: true,
          form: (done) => <ApproveForm exception={exception} done={done} />,
        },
        {
          action: 'refuse',
          label: t('refuse.action'),
          danger: true,
          form: (done) => <RefuseForm exception={exception} done={done} />,
        },
        {
          action: 'withdraw',
          label: t('withdraw.action'),
          form: (done) => <WithdrawForm exception={exception} done={done} />,
        },
      ]}
    />
  );
}
