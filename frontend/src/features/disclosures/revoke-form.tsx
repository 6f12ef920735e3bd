import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/format/date';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { type DisclosedFile, type Disclosure, revokeConsent, useDisclosuresChanged } from './queries';

type Props = { disclosure: Disclosure; client: DisclosedFile['client']; done: () => void };

/** What the client said holds for everything that rests on the same paper (B-SEC-08). */
export function RevokeForm({ disclosure, client, done }: Props) {
  const { t } = useTranslation('disclosures');
  const { message } = App.useApp();
  const changed = useDisclosuresChanged();
  const initial = useMemo(() => ({ revoked_on: today() }), []);
  const fields = useMemo<Field[]>(
    () => [
      { kind: 'date', name: 'revoked_on', label: t('revoke.on'), required: true },
      {
        kind: 'long-text',
        name: 'note',
        label: t('revoke.note'),
        help: t('revoke.noteHelp'),
        required: true,
        max: 500,
      },
    ],
    [t],
  );
  return (
    <SmallForm
      label={t('revoke.action')}
      hint={
        <>
          <p className="zd-warning" role="note">
            {t('revoke.hint')}
          </p>
          <ClauseList clauses={[{ id: 'B-SEC-08' }]} />
        </>
      }
      fields={fields}
      initial={initial}
      danger
      save={async ({ revoked_on, note }, key) => {
        const body = { client_id: client.id, revoked_on: String(revoked_on), note: String(note ?? '') };
        await revokeConsent(disclosure, body, key);
        message.success(t('revoke.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}
