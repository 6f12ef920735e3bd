import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from './fields';
import { SmallForm } from './small-form';

type Props = {
  label: string;
  /** What the service calls it: refusals of the field are found by it. */
  name?: string;
  fieldLabel?: string;
  hint?: string;
  max?: number;
  save: (reason: string, key: string) => Promise<unknown>;
  /** What is said when it is done; null where `save` says it. */
  said?: string | null;
  done: () => void;
};

/** An act that asks for nothing but its reason. */
export function ReasonForm({ label, name = 'reason', fieldLabel, hint, max = 500, save, said, done }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const fields = useMemo<Field[]>(
    () => [
      { kind: 'long-text', name, label: fieldLabel ?? t('form.reason'), help: hint, required: true, max },
    ],
    [t, name, fieldLabel, hint, max],
  );
  return (
    <SmallForm
      label={label}
      fields={fields}
      save={async (body, key) => {
        await save(String(body[name]), key);
        if (said !== null) message.success(said ?? t('form.done', { action: label }));
      }}
      onDone={done}
    />
  );
}
