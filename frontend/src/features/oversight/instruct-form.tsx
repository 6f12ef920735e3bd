import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { instruct, useOversightChanged } from './queries';

type Props = {
  givenTo?: string;
  /** About one file, or about the files that a query of the list shows. */
  subject: { client_id: string } | { filter: string };
  onDone: () => void;
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What an owner is told to do (A-CLI-04). */
export function InstructForm({ givenTo, subject, onDone }: Props) {
  const { t } = useTranslation('oversight');
  const { message } = App.useApp();
  const changed = useOversightChanged();
  const fields = useMemo<Field[]>(
    () => [
      { kind: 'person', name: 'given_to', label: t('instruction.givenTo'), required: true },
      { kind: 'long-text', name: 'instruction', label: t('instruction.text'), required: true, max: 2000 },
      { kind: 'date', name: 'due_on', label: t('instruction.dueOn') },
    ],
    [t],
  );
  const initial = useMemo(() => ({ given_to: givenTo ?? null }), [givenTo]);
  return (
    <SmallForm
      label={t('instruction.give')}
      fields={fields}
      initial={initial}
      save={async ({ given_to, instruction, due_on }, key) => {
        const body = { given_to: text(given_to), instruction: text(instruction), ...subject };
        await instruct(due_on ? { ...body, due_on: text(due_on) } : body, key);
        message.success(t('instruction.given'));
        await changed();
      }}
      onDone={onDone}
    />
  );
}
