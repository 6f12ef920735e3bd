import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientsPicker } from '@/features/clients/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { LoanChangeForm } from './loan-change-form';
import { giveBack, handOut, type Loan, reportLost, submitLoan, useLoansChanged } from './queries';
import './loans.css';

type FormProps = { loan: Loan; done: () => void };
type Chosen = readonly { value: string; label: string }[];

const most = 50;
const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** Says that it is done, and reads anew what shows it. */
function useFinish(): (said: string) => Promise<void> {
  const { message } = App.useApp();
  const changed = useLoansChanged();
  return async (said) => {
    message.success(said);
    await changed();
  };
}

function SubmitForm({ loan, done }: FormProps) {
  const { t } = useTranslation('loans');
  const finish = useFinish();
  return (
    <SmallForm
      label={t('submit.action')}
      hint={t('submit.hint')}
      save={async (_, key) => {
        await submitLoan(loan, key);
        await finish(t('sent'));
      }}
      onDone={done}
    />
  );
}

/** The loan card (A-BOR-03); figures come without a file. */
function HandOutForm({ loan, done }: FormProps) {
  const { t } = useTranslation(['loans', 'common']);
  const finish = useFinish();
  const hasFiles = loan.kind !== 'STATISTICS';
  const fields = useMemo<Field[]>(() => {
    const files: Field = {
      kind: 'custom',
      name: 'files',
      label: t('handOut.files'),
      required: true,
      wide: true,
      control: <ClientsPicker max={most} />,
      show: (value) => (value as Chosen).map(({ label }) => label).join(t('common:value.separator')),
    };
    const note: Field = {
      kind: 'long-text',
      name: 'note',
      label: t('handOut.note'),
      help: t('handOut.noteHelp'),
      max: 1000,
    };
    return hasFiles ? [files, note] : [note];
  }, [t, hasFiles]);
  return (
    <SmallForm
      label={t('handOut.action')}
      fields={fields}
      save={async ({ files, note }, key) => {
        const chosen = ((files ?? []) as Chosen).map(({ value }) => value);
        await handOut(loan, { files: chosen, note: text(note) }, key);
        await finish(t('handOut.done'));
      }}
      onDone={done}
    />
  );
}

function GiveBackForm({ loan, done }: FormProps) {
  const { t } = useTranslation('loans');
  const finish = useFinish();
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'long-text',
        name: 'note',
        label: t('giveBack.note'),
        help: t('giveBack.noteHelp'),
        max: 1000,
      },
    ],
    [t],
  );
  return (
    <SmallForm
      label={t('giveBack.action')}
      fields={fields}
      save={async ({ note }, key) => {
        await giveBack(loan, { note: text(note) }, key);
        await finish(t('giveBack.done'));
      }}
      onDone={done}
    />
  );
}

/** The record names whoever borrowed and the direct superior (A-BOR-05). */
function LostForm({ loan, done }: FormProps) {
  const { t } = useTranslation('loans');
  const finish = useFinish();
  const fields = useMemo<Field[]>(
    () => [
      { kind: 'long-text', name: 'note', label: t('lost.note'), required: true, max: 2000 },
      { kind: 'person', name: 'superior_id', label: t('lost.superior'), help: t('lost.superiorHelp') },
    ],
    [t],
  );
  return (
    <SmallForm
      label={t('lost.action')}
      hint={
        <>
          <p>{t('lost.hint')}</p>
          <ClauseList clauses={[{ id: 'A-BOR-05' }]} />
        </>
      }
      fields={fields}
      save={async ({ note, superior_id }, key) => {
        await reportLost(loan, { note: text(note) ?? '', superior_id: text(superior_id) }, key);
        await finish(t('lost.done'));
      }}
      onDone={done}
    />
  );
}

/** Whoever asked changes and submits again, who keeps the archive hands out and takes back. */
export function LoanActions({ loan }: { loan: Loan }) {
  const { t } = useTranslation('loans');
  return (
    <ActionBar
      allowed={loan.allowed_actions}
      actions={[
        {
          action: 'hand-out',
          label: t('handOut.action'),
          primary: true,
          form: (done) => <HandOutForm loan={loan} done={done} />,
        },
        {
          action: 'give-back',
          label: t('giveBack.action'),
          primary: true,
          form: (done) => <GiveBackForm loan={loan} done={done} />,
        },
        {
          action: 'submit',
          label: t('submit.action'),
          primary: true,
          form: (done) => <SubmitForm loan={loan} done={done} />,
        },
        {
          action: 'change',
          label: t('change.action'),
          form: (done) => <LoanChangeForm loan={loan} done={done} />,
        },
        {
          action: 'report-lost',
          label: t('lost.action'),
          danger: true,
          form: (done) => <LostForm loan={loan} done={done} />,
        },
      ]}
    />
  );
}
