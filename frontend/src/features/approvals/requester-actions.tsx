import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/public';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { type Approval, remind, useApprovalsChanged, withdraw } from './queries';

type FormProps = { approval: Approval; done: () => void };

function RemindForm({ approval, done }: FormProps) {
  const { t } = useTranslation('approvals');
  const { message } = App.useApp();
  const changed = useApprovalsChanged();
  const label = t('decide.remind');
  return (
    <SmallForm
      label={label}
      hint={t('decide.remindHint')}
      save={async (_, key) => {
        await remind(approval, key);
        message.success(t('decide.done', { action: label }));
        await changed([]);
      }}
      onDone={done}
    />
  );
}

/** Whoever requested it takes it back, or reminds those who have not decided; nobody else is asked to look at it. */
export function RequesterActions({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const me = useMe();
  const changed = useApprovalsChanged();
  if (me.data?.id !== approval.requested_by.id) return null;
  return (
    <ActionBar
      allowed={approval.allowed_actions}
      actions={[
        {
          action: 'remind',
          label: t('decide.remind'),
          form: (done) => <RemindForm approval={approval} done={done} />,
        },
        {
          action: 'withdraw',
          label: t('decide.withdraw'),
          danger: true,
          form: (done) => (
            <ReasonForm
              label={t('decide.withdraw')}
              save={async (reason, key) => {
                await withdraw(approval, reason, key);
                await changed([approval.subject_kind]);
              }}
              done={done}
            />
          ),
        },
      ]}
    />
  );
}
