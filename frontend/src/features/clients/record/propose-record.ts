import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Values } from '@/shared/ui/record-form/fields';
import { splitSource } from '../intake/source';
import { type RecordKind, submit, useSubmissionsChanged } from '../intake/submission-queries';
import type { Client } from '../queries';

/** How somebody brings a record into a file: enters it, hands it in to be entered, or not at all. */
export type EntryMode = 'ENTER' | 'PROPOSE' | 'NONE';

type Subject = { kind: RecordKind; record_id?: string; record_version?: number };

/** Hands in one record of a file (A-CLI-06, A-CLI-08, B-CRM-10). */
export function usePropose(client: Pick<Client, 'id' | 'version'>) {
  const { t } = useTranslation('client-record');
  const { message } = App.useApp();
  const changed = useSubmissionsChanged();
  return async (subject: Subject, values: Values, key: string) => {
    const { note, payload } = splitSource(values);
    const body = {
      client_id: client.id,
      client_version: client.version,
      records: [{ ...subject, payload: payload as Record<string, never> }],
      note,
    };
    const made = await submit(body, key);
    message.success(t('hanging.proposed'));
    await changed();
    return made;
  };
}
