import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { App } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { usePresence } from '@/shared/ui/record/presence';
import { PresenceRow, WritingNotice } from '@/shared/ui/record/presence-row';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { type Client, readClient, useClient, useClientsChanged } from '../queries';
import { LevelMark } from '../record/level-mark';
import { DuplicateWarning, useDuplicateReason, useDuplicates } from './duplicates';
import { useContentSections } from './sections';

type Patch = components['schemas']['ClientInputPatch_ClientInput'];

/** Puts the cursor into the field that the link named: a missing one is filled in where it is missed. */
function useFieldFocus(field: string | undefined): void {
  useEffect(() => {
    if (!field) return;
    // After the shell has moved the focus to the new page, as it does for every page.
    const frame = requestAnimationFrame(() => {
      const control = document.getElementById(field.replaceAll('.', '_'));
      control?.focus();
      control?.scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [field]);
}

function EditForm({ client, field }: { client: Client; field: string | undefined }) {
  const { t } = useTranslation('client-record');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = useClientsChanged();
  // The form stands on the file as it was opened; what others store meanwhile is met when saving.
  const [first] = useState(client);
  const [values, setValues] = useState<Values>(first as Values);
  const duplicates = useDuplicates(values, first.id);
  const contents = useContentSections({
    isPerson: values.kind === 'INDIVIDUAL',
    masked: first.masked_fields,
  });
  // Only what makes this file look like another one is asked about, not what was settled before.
  const isNew = values.name !== first.name || values.telephone !== first.telephone;
  const reason = useDuplicateReason();
  const sections = useMemo(
    () =>
      duplicates.length > 0 && isNew
        ? [{ id: 'duplicate', title: t('duplicate.reason'), fields: [reason] }, ...contents]
        : contents,
    [t, duplicates.length, isNew, reason, contents],
  );
  const present = usePresence({ kind: 'client', id: first.id }, 'EDITING');
  useFieldFocus(field);
  const back = useCallback(
    () => navigate({ to: '/clients/$id', params: { id: first.id }, replace: true }),
    [navigate, first.id],
  );
  return (
    <>
      <PresenceRow people={present} />
      <DuplicateWarning matches={duplicates} />
      <RecordForm
        label={t('form.edit', { name: first.name })}
        sections={sections}
        initial={first as Values}
        target={{
          mode: 'CHANGE',
          version: first.version,
          save: async (patch: Patch & { duplicate_reason?: string }, version) => {
            const { duplicate_reason, ...body } = patch;
            await answer(
              api.PATCH('/api/v1/clients/{id}', {
                params: {
                  path: { id: first.id },
                  header: ifMatch(version),
                  query: duplicate_reason ? { confirm_duplicates: true, duplicate_reason } : {},
                },
                body,
              }),
            );
            await changed();
            message.success(t('form.saved'));
          },
          latest: async () => {
            const latest = await readClient(first.id);
            return { values: latest as Values, version: latest.version };
          },
        }}
        draft={{ kind: 'client.edit', key: first.id }}
        notice={<WritingNotice people={present} />}
        onSaved={back}
        onCancel={back}
        onValues={setValues}
      />
    </>
  );
}

export function ClientEditPage() {
  const { t } = useTranslation('client-record');
  const { id } = useParams({ from: '/_app/clients/$id/edit' });
  const { field } = useSearch({ from: '/_app/clients/$id/edit' });
  const client = useClient(id);
  return (
    <div className="zd-page">
      <h1>{client.data ? t('form.edit', { name: client.data.name }) : t('header.edit')}</h1>
      <QueryGate query={client}>
        {(found) => (
          <>
            <LevelMark levels={[found.level]} />
            <EditForm key={found.id} client={found} field={field} />
          </>
        )}
      </QueryGate>
    </div>
  );
}
