import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Field } from '@/shared/ui/record-form/fields';
import { sameValue, valueAt } from '@/shared/ui/record-form/merge';
import '../clients.css';
import { useFieldWord } from '@/shared/ui/record/field-words';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { contentSections } from '../contents';
import { type Client, useClient, useClientsChanged } from '../queries';
import { ClientPicker } from './client-picker';
import { ContentValue } from './content-value';

const fields = contentSections.flatMap((section) => section.fields);

/** Where the two files say something different: what goes in is kept only where this file says nothing. */
function Differences({ client, other }: { client: Client; other: Client }) {
  const { t } = useTranslation('client-record');
  const label = useFieldWord('client');
  const differing = fields.filter(
    ({ name }) => !sameValue(valueAt(client, name), valueAt(other, name)) && name !== 'kind',
  );
  return (
    <div className="zd-plain-frame">
      <table className="zd-plain-table">
        <caption>{t('merge.differences')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('merge.field')}</th>
            <th scope="col">{t('merge.here', { number: client.number })}</th>
            <th scope="col">{t('merge.there', { number: other.number })}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr key={field.name}>
              <th scope="row">{label(field.name)}</th>
              <td>
                <ContentValue field={field} client={client} />
              </td>
              <td>
                <ContentValue field={field} client={other} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReasonForm({ client, other, onDone }: { client: Client; other: Client; onDone: () => void }) {
  const { t } = useTranslation('client-record');
  const { message } = App.useApp();
  const changed = useClientsChanged();
  const asked = useMemo<Field[]>(
    () => [{ kind: 'long-text', name: 'reason', label: t('act.reason'), required: true, max: 500 }],
    [t],
  );
  return (
    <SmallForm
      label={t('action.merge')}
      fields={asked}
      save={async ({ reason }, key) => {
        await answer(
          api.POST('/api/v1/clients/{id}/actions/merge', {
            params: { path: { id: client.id }, header: ifMatch(client.version) },
            headers: idempotencyKey(key),
            body: { from_id: other.id, from_version: other.version, reason: String(reason ?? '') },
          }),
        );
        message.success(t('merge.done', { number: other.number }));
        await changed();
      }}
      onDone={onDone}
    />
  );
}

/** Puts another file of the same client into this one, after both were looked at (A-CLI-14). */
export function MergeForm({ client, onDone }: { client: Client; onDone: () => void }) {
  const { t } = useTranslation('client-record');
  const [from, setFrom] = useState<string | null>(null);
  return (
    <div className="zd-stack">
      <p>{t('merge.hint', { number: client.number })}</p>
      <ClientPicker aria-label={t('merge.from')} value={from} onChange={setFrom} without={client.id} />
      {from ? <Chosen key={from} client={client} from={from} onDone={onDone} /> : null}
    </div>
  );
}

function Chosen({ client, from, onDone }: { client: Client; from: string; onDone: () => void }) {
  const other = useClient(from);
  return (
    <QueryGate query={other}>
      {(found) => (
        <>
          <Differences client={client} other={found} />
          <ReasonForm client={client} other={found} onDone={onDone} />
        </>
      )}
    </QueryGate>
  );
}
