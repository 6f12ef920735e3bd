import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { useDuplicates } from '../form/duplicates';
import { accept, giveBack, type Submission, useSubmissionsChanged, withdraw } from './submission-queries';

type FormProps = { submission: Submission; done: () => void };

function AcceptForm({ submission, done }: FormProps) {
  const { t } = useTranslation(['client-intake', 'client-record']);
  const { message } = App.useApp();
  const changed = useSubmissionsChanged();
  const similar = useDuplicates(submission.payload, submission.client?.id);
  const mustSettle = !submission.client && similar.length > 0;
  const fields = useMemo<Field[]>(
    () =>
      mustSettle
        ? [
            {
              kind: 'long-text',
              name: 'duplicate_reason',
              label: t('client-record:duplicate.reason'),
              help: t('client-record:duplicate.title', { count: similar.length }),
              required: true,
              max: 500,
            },
          ]
        : [],
    [t, mustSettle, similar.length],
  );
  return (
    <>
      <p>
        {submission.conflict
          ? t('client-intake:submission.conflictHint')
          : t('client-intake:submission.acceptHint')}
      </p>
      <SmallForm
        label={t('client-intake:submission.accept')}
        fields={fields}
        save={async ({ duplicate_reason }, key) => {
          const reason = typeof duplicate_reason === 'string' ? duplicate_reason : null;
          await accept(
            submission,
            {
              client_version: submission.client?.version ?? null,
              confirm_duplicates: reason !== null,
              duplicate_reason: reason,
            },
            key,
          );
          message.success(t('client-intake:submission.accepted'));
          await changed();
        }}
        onDone={done}
      />
    </>
  );
}

function ReturnForm({ submission, done }: FormProps) {
  const { t } = useTranslation(['client-intake', 'client-record']);
  const changed = useSubmissionsChanged();
  const fields = useMemo<Field[]>(
    () => [
      { kind: 'long-text', name: 'reason', label: t('client-record:act.reason'), required: true, max: 500 },
    ],
    [t],
  );
  return (
    <SmallForm
      label={t('client-intake:submission.return')}
      fields={fields}
      save={async ({ reason }, key) => {
        await giveBack(submission, String(reason ?? ''), key);
        await changed();
      }}
      onDone={done}
    />
  );
}

const none: Field[] = [];

function WithdrawForm({ submission, done }: FormProps) {
  const { t } = useTranslation('client-intake');
  const changed = useSubmissionsChanged();
  return (
    <SmallForm
      label={t('submission.withdraw')}
      fields={none}
      save={async (_, key) => {
        await withdraw(submission, key);
        await changed();
      }}
      onDone={done}
    />
  );
}

/** Who keys in accepts or returns, who collected withdraws; the service says who may (A-CLI-16, A-CLI-17). */
export function SubmissionActions({ submission }: { submission: Submission }) {
  const { t } = useTranslation('client-intake');
  return (
    <ActionBar
      allowed={submission.allowed_actions}
      actions={[
        {
          action: 'accept',
          label: t('submission.accept'),
          primary: true,
          form: (done) => <AcceptForm submission={submission} done={done} />,
        },
        {
          action: 'return',
          label: t('submission.return'),
          danger: true,
          form: (done) => <ReturnForm submission={submission} done={done} />,
        },
        {
          action: 'withdraw',
          label: t('submission.withdraw'),
          form: (done) => <WithdrawForm submission={submission} done={done} />,
        },
      ]}
    />
  );
}
