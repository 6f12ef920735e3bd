import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';

type Props = {
  label: string;
  hint?: string;
  save: (reason: string, key: string) => Promise<unknown>;
  done: () => void;
};

/** An act that asks for nothing but its reason. */
export function ReasonForm({ label, hint, save, done }: Props) {
  const { t } = useTranslation('organisation');
  const { message } = App.useApp();
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'long-text',
        name: 'reason',
        label: t('form.reason'),
        help: hint,
        required: true,
        max: 500,
      },
    ],
    [t, hint],
  );
  return (
    <SmallForm
      label={label}
      fields={fields}
      save={async ({ reason }: Values, key) => {
        await save(String(reason), key);
        message.success(t('form.done', { action: label }));
      }}
      onDone={done}
    />
  );
}
