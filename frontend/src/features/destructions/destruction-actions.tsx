import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { CarryOutForm } from './carry-out-form';
import { ChangeForm } from './change-form';
import { abandon, type Destruction, submitAgain, useDestructionsChanged } from './queries';

type FormProps = { destruction: Destruction; done: () => void };

function SubmitForm({ destruction, done }: FormProps) {
  const { t } = useTranslation('destructions');
  const { message } = App.useApp();
  const changed = useDestructionsChanged();
  return (
    <SmallForm
      label={t('submit.action')}
      hint={t('submit.hint')}
      save={async (_, key) => {
        await submitAgain(destruction, key);
        message.success(t('sent'));
        await changed();
      }}
      onDone={done}
    />
  );
}

function AbandonForm({ destruction, done }: FormProps) {
  const { t } = useTranslation('destructions');
  const changed = useDestructionsChanged();
  return (
    <ReasonForm
      label={t('abandon.action')}
      fieldLabel={t('abandon.reason')}
      hint={t('abandon.hint')}
      save={async (reason, key) => {
        await abandon(destruction, reason, key);
        await changed();
      }}
      said={t('abandon.done')}
      done={done}
    />
  );
}

/** Whoever proposed it changes and submits again; another keeper carries it out, and any of them may keep the file. */
export function DestructionActions({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  return (
    <ActionBar
      allowed={destruction.allowed_actions}
      actions={[
        {
          action: 'submit',
          label: t('submit.action'),
          primary: true,
          form: (done) => <SubmitForm destruction={destruction} done={done} />,
        },
        {
          action: 'change',
          label: t('change.action'),
          form: (done) => <ChangeForm destruction={destruction} done={done} />,
        },
        {
          action: 'abandon',
          label: t('abandon.action'),
          form: (done) => <AbandonForm destruction={destruction} done={done} />,
        },
        {
          action: 'carry-out',
          label: t('carryOut.action'),
          danger: true,
          form: (done) => <CarryOutForm destruction={destruction} done={done} />,
        },
      ]}
    />
  );
}
