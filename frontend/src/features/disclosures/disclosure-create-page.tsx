import { useNavigate, useSearch } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/features/clients/public';
import { asProblem } from '@/shared/api/problem';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { type Chosen, inputOf, placeOf } from './mapping';
import { requestDisclosure, useDisclosuresChanged } from './queries';
import { useRequestSections } from './request-sections';
import './disclosures.css';

const blank: Values = { recipient_kind: 'PARTNER', ground: 'CONSENT', form: 'PAPER' };

function RequestForm({ chosen }: { chosen: readonly Chosen[] }) {
  const { t } = useTranslation('disclosures');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = useDisclosuresChanged();
  const [begun] = useState<Values>(() => (chosen.length > 0 ? { ...blank, chosen: [...chosen] } : blank));
  const [values, setValues] = useState<Values>(begun);
  const sections = useRequestSections(t('asked'), values);
  const send = async (body: Values, key: string) => {
    const input = inputOf(body);
    try {
      const made = await requestDisclosure(input, key);
      message.success(t('sent'));
      await changed();
      return made;
    } catch (error) {
      const ids = input.files.map(({ client_id }) => client_id);
      throw asProblem(error).pointingAt((pointer) => placeOf(pointer, ids));
    }
  };
  return (
    <RecordForm
      label={t('begin')}
      sections={sections}
      initial={begun}
      target={{ mode: 'CREATE', save: send }}
      submitLabel={t('send')}
      onSaved={({ id }) => navigate({ to: '/client-disclosures/$id', params: { id }, replace: true })}
      onCancel={() => navigate({ to: '/client-disclosures' })}
      onValues={setValues}
    />
  );
}

/** Begun on a file's page, the file is chosen already. */
function OfClient({ id }: { id: string }) {
  const client = useClient(id);
  return (
    <QueryGate query={client}>
      {({ name, number }) => <RequestForm chosen={[{ value: id, label: `${name} · ${number}` }]} />}
    </QueryGate>
  );
}

/** Asks to provide client information to somebody outside the company (B-SEC-07, B-SEC-08). */
export function DisclosureCreatePage() {
  const { t } = useTranslation('disclosures');
  const { client_id } = useSearch({ strict: false });
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('begin')}</h1>
      <div>
        <p className="zd-muted">{t('flow')}</p>
        <ClauseList clauses={[{ id: 'B-SEC-07' }, { id: 'B-SEC-08' }]} />
      </div>
      {client_id ? <OfClient key={client_id} id={client_id} /> : <RequestForm chosen={[]} />}
    </div>
  );
}
