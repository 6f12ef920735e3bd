import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';

type Props = {
  label: string;
  warning: string;
  revoke: (body: { reason: string }, key: string) => Promise<unknown>;
  done: () => void;
};

/** Takes something lent back at once, with the reason that stays in the history. */
export function RevokeForm({ label, warning, revoke, done }: Props) {
  const { t } = useTranslation('lending');
  const fields = useMemo<Field[]>(
    () => [
      { kind: 'long-text', name: 'reason', label: t('reason'), required: true, max: 500, help: warning },
    ],
    [t, warning],
  );
  return (
    <SmallForm
      label={label}
      fields={fields}
      save={({ reason }, key) => revoke({ reason: String(reason) }, key)}
      onDone={done}
    />
  );
}
