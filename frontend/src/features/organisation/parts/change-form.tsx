import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';

type Props<Row, Patch> = {
  label: string;
  sections: readonly Section[];
  row: Row;
  valuesOf: (row: Row) => Values;
  read: () => Promise<Row>;
  save: (patch: Patch, version: number) => Promise<unknown>;
  draft?: { kind: string; key: string };
  onDone: () => void;
};

/** The form of a change: it stands on the record as it was opened, and meets what others stored when it saves. */
export function ChangeForm<Row extends { version: number }, Patch>(props: Props<Row, Patch>) {
  const { label, sections, row, valuesOf, read, save, draft, onDone } = props;
  const { t } = useTranslation('organisation');
  const { message } = App.useApp();
  const [first] = useState(row);
  const [initial] = useState(() => valuesOf(row));
  return (
    <RecordForm
      label={label}
      sections={sections}
      initial={initial}
      target={{
        mode: 'CHANGE',
        version: first.version,
        save: async (patch: Patch, version) => {
          await save(patch, version);
          message.success(t('form.saved'));
        },
        latest: async () => {
          const latest = await read();
          return { values: valuesOf(latest), version: latest.version };
        },
      }}
      draft={draft}
      onSaved={onDone}
      onCancel={onDone}
    />
  );
}
