import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { type RecordKind, submit, useSubmissionsChanged } from '../intake/submission-queries';
import type { Client } from '../queries';

/** How somebody brings a record into a file: enters it, hands it in to be entered, or not at all. */
export type Means = 'KEEP' | 'PROPOSE' | 'NONE';

const source = 'submission_note';

/** How it came to be known; it travels beside the record and not in it. */
export function useSourceField(): Field {
  const { t } = useTranslation('client-intake');
  return useMemo(
    () => ({
      kind: 'long-text',
      name: source,
      label: t('submission.note'),
      help: t('submission.sourceHint'),
      max: 1000,
    }),
    [t],
  );
}

type Subject = { kind: RecordKind; record_id?: string; record_version?: number };

/** Hands in one record of a file (A-CLI-06, A-CLI-08, B-CRM-10). */
export function usePropose(client: Pick<Client, 'id' | 'version'>) {
  const { t } = useTranslation('client-record');
  const { message } = App.useApp();
  const changed = useSubmissionsChanged();
  return async (subject: Subject, { [source]: note, ...values }: Values, key: string) => {
    const payload = values as Record<string, never>;
    const body = {
      client_id: client.id,
      client_version: client.version,
      records: [{ ...subject, payload }],
      note: typeof note === 'string' && note !== '' ? note : null,
    };
    const made = await submit(body, key);
    message.success(t('hanging.proposed'));
    await changed();
    return made;
  };
}
