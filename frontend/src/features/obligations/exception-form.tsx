import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { type Obligation, requestException, useObligationChanged } from './queries';

/** Asks to be let off until a day, with the reason that whoever decides will read. */
export function ExceptionForm({ id, done }: Pick<Obligation, 'id'> & { done: () => void }) {
  const { t } = useTranslation('obligations');
  const { message } = App.useApp();
  const changed = useObligationChanged();
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'long-text',
        name: 'reason',
        label: t('ask.reason'),
        help: t('ask.reasonHelp'),
        required: true,
        max: 1000,
      },
      { kind: 'date', name: 'until', label: t('ask.until'), help: t('ask.untilHelp'), required: true },
    ],
    [t],
  );
  return (
    <SmallForm
      label={t('ask.action')}
      hint={t('ask.hint')}
      fields={fields}
      save={async ({ reason, until }, key) => {
        await requestException(id, { reason: String(reason), until: String(until) }, key);
        message.success(t('ask.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}
