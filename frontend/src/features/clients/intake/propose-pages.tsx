import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Section, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { DuplicateWarning, useDuplicates } from '../form/duplicates';
import { useContentSections } from '../form/sections';
import { type Client, readClient, useClient } from '../queries';
import { useContactFields } from '../record/contact-fields';
import { LevelMark } from '../record/level-mark';
import { splitSource, useSourceField } from './source';
import { submit, useSubmissionsChanged } from './submission-queries';

/** How it came to be known stands before what is proposed. */
function useProposalSections(contents: readonly Section[]): Section[] {
  const { t } = useTranslation('client-intake');
  const source = useSourceField();
  return useMemo(
    () => [{ id: 'source', title: t('submission.source'), fields: [source] }, ...contents],
    [t, source, contents],
  );
}

/** What one knows of somebody after a first talk; the rest is handed in later, from the file. */
const firstKnown = [
  'name',
  'position',
  'department',
  'mobile',
  'telephone',
  'wechat',
  'is_key_person',
  'influence',
];

/** The first contact of a new client (A-CLI-06), handed in together with the file. */
function useContactSection(): Section {
  const { t } = useTranslation('client-intake');
  const fields = useContactFields();
  return useMemo(
    () => ({
      id: 'contact',
      title: t('submission.record.contact'),
      hint: t('submission.record.contactHint'),
      fields: fields
        .filter(({ name }) => firstKnown.includes(name))
        .map((field) => ({ ...field, name: `contact.${field.name}`, required: false })),
    }),
    [t, fields],
  );
}

/** Whether a client buys for a group is said by those who may begin such files: of others it is not accepted. */
function useWithheld(): readonly string[] {
  const can = useCan();
  return can('client.create-group-buy') ? [] : ['group_buy'];
}

function useOpenSubmission() {
  const navigate = useNavigate();
  return useCallback(
    ({ id }: { id: string }) => {
      navigate({ to: '/client-submissions/$id', params: { id }, replace: true });
    },
    [navigate],
  );
}

const blank: Values = { kind: 'INSTITUTION', group_buy: false };

/** Sales proposes a client who has no file yet (A-CLI-17). */
export function ProposeClientPage() {
  const { t } = useTranslation('client-intake');
  const navigate = useNavigate();
  const changed = useSubmissionsChanged();
  const open = useOpenSubmission();
  const [values, setValues] = useState<Values>(blank);
  const duplicates = useDuplicates(values);
  const without = useWithheld();
  const contents = useContentSections({ isPerson: values.kind === 'INDIVIDUAL', without });
  const contact = useContactSection();
  const sections = useProposalSections(useMemo(() => [...contents, contact], [contents, contact]));
  return (
    <div className="zd-page">
      <h1>{t('submission.begin')}</h1>
      <p className="zd-muted">{t('submission.hint')}</p>
      <DuplicateWarning matches={duplicates} />
      <RecordForm
        label={t('submission.begin')}
        sections={sections}
        initial={blank}
        target={{
          mode: 'CREATE',
          save: async ({ contact: somebody, ...values }: Values, key) => {
            const { note, payload } = splitSource(values);
            const body = {
              payload: payload as Record<string, never>,
              records: somebody
                ? [{ kind: 'CONTACT' as const, payload: somebody as Record<string, never> }]
                : [],
              note,
            };
            const made = await submit(body, key, '/contact');
            await changed();
            return made;
          },
        }}
        draft={{ kind: 'client-submission', key: 'new' }}
        submitLabel={t('submission.send')}
        onSaved={open}
        onCancel={() => navigate({ to: '/client-submissions' })}
        onValues={setValues}
      />
    </div>
  );
}

function ChangeForm({ client }: { client: Client }) {
  const { t } = useTranslation('client-intake');
  const navigate = useNavigate();
  const changed = useSubmissionsChanged();
  const open = useOpenSubmission();
  const [first] = useState(client);
  const without = useWithheld();
  const sections = useProposalSections(
    useContentSections({ isPerson: first.kind === 'INDIVIDUAL', masked: first.masked_fields, without }),
  );
  return (
    <RecordForm
      label={t('submission.proposeChange')}
      sections={sections}
      initial={first as Values}
      target={{
        mode: 'CHANGE',
        version: first.version,
        save: async (values: Values, version, key) => {
          const { note, payload } = splitSource(values);
          const about = { client_id: first.id, client_version: version };
          const made = await submit({ ...about, payload: payload as Record<string, never>, note }, key);
          await changed();
          return made;
        },
        latest: async () => {
          const latest = await readClient(first.id);
          return { values: latest as Values, version: latest.version };
        },
      }}
      draft={{ kind: 'client-submission', key: first.id }}
      submitLabel={t('submission.send')}
      onSaved={open}
      onCancel={() => navigate({ to: '/clients/$id', params: { id: first.id } })}
    />
  );
}

/** Sales proposes a change to a file; the information administrator keys it in. */
export function ProposeChangePage() {
  const { t } = useTranslation('client-intake');
  const { id } = useParams({ from: '/_app/clients/$id/propose' });
  const client = useClient(id);
  return (
    <div className="zd-page">
      <h1>
        {t('submission.proposeChange')} {client.data?.name}
      </h1>
      <p className="zd-muted">{t('submission.hint')}</p>
      <QueryGate query={client}>
        {(found) => (
          <>
            <LevelMark levels={[found.level]} />
            <ChangeForm key={found.id} client={found} />
          </>
        )}
      </QueryGate>
    </div>
  );
}
