import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { changeWhy, type Destruction, readDestruction, useDestructionsChanged, type Why } from './queries';
import { useReasonSections } from './reason-fields';

type Props = { destruction: Destruction; done: () => void };

/** Whoever proposed it puts it right; what is under approval is approved from the beginning. */
export function ChangeForm({ destruction, done }: Props) {
  const { t } = useTranslation('destructions');
  const { message } = App.useApp();
  const changed = useDestructionsChanged();
  const [first] = useState(destruction);
  const sections = useReasonSections(t('change.action'));
  return (
    <>
      {first.state === 'REQUESTED' ? (
        <p className="zd-warning zd-form-said" role="note">
          {t('change.anew')}
        </p>
      ) : null}
      <RecordForm
        label={t('change.action')}
        sections={sections}
        initial={first as Values}
        target={{
          mode: 'CHANGE',
          version: first.version,
          save: async (patch: Partial<Why>, version) => {
            await changeWhy(first.id, version, patch);
            message.success(t('saved'));
            await changed();
          },
          latest: async () => {
            const latest = await readDestruction(first.id);
            return { values: latest as Values, version: latest.version };
          },
        }}
        onSaved={done}
        onCancel={done}
      />
    </>
  );
}
