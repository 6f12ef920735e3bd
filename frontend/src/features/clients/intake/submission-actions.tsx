import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { DuplicateWarning, type Match, useDuplicateReason, useDuplicatesOf } from '../form/duplicates';
import { accept, giveBack, type Submission, useSubmissionsChanged, withdraw } from './submission-queries';

const none: Field[] = [];

type FormProps = { submission: Submission; done: () => void };

/** Whether the file or one of its records has changed since it was handed in. */
export function hasMoved({ conflict, records }: Submission): boolean {
  return conflict || records.some((record) => record.conflict);
}

/** The records against the versions that stand beside them on the page; one that was taken out is left out. */
function comparedRecords({ records }: Submission) {
  return records
    .filter(({ removed }) => !removed)
    .map(({ kind, record_id, payload, current_version }) => ({
      kind,
      record_id,
      payload,
      record_version: current_version,
    }));
}

function AcceptFields({ submission, done, similar }: FormProps & { similar: readonly Match[] }) {
  const { t } = useTranslation('client-intake');
  const { message } = App.useApp();
  const changed = useSubmissionsChanged();
  const reason = useDuplicateReason();
  const fields = useMemo<Field[]>(
    () => (similar.length > 0 ? [{ ...reason, required: true }] : none),
    [reason, similar.length],
  );
  return (
    <>
      <p>{hasMoved(submission) ? t('submission.conflictHint') : t('submission.acceptHint')}</p>
      <DuplicateWarning matches={similar} />
      <SmallForm
        label={t('submission.accept')}
        fields={fields}
        save={async ({ duplicate_reason }, key) => {
          const given = typeof duplicate_reason === 'string' ? duplicate_reason : null;
          await accept(
            submission,
            {
              client_version: submission.client?.version ?? null,
              records: hasMoved(submission) ? comparedRecords(submission) : null,
              confirm_duplicates: given !== null,
              duplicate_reason: given,
            },
            key,
          );
          message.success(t('submission.accepted'));
          await changed();
        }}
        onDone={done}
      />
    </>
  );
}

/** What the file would be known by, and is not yet: only that can make it look like another one. */
function newIn({ client, changes, payload }: Submission): Values {
  if (!client) return payload;
  return Object.fromEntries(changes.map(({ field, proposed }) => [field, proposed]));
}

/** The files like it are named before anything is asked: whoever decides looks at them first. */
function AcceptForm({ submission, done }: FormProps) {
  const similar = useDuplicatesOf(newIn(submission), submission.client?.id);
  return (
    <QueryGate query={similar}>
      {({ items }) => <AcceptFields submission={submission} done={done} similar={items} />}
    </QueryGate>
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
