import { useNavigate, useParams } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { formValues, inputOf, peopleOf, placeOf } from './mapping';
import { amendIncident, type Incident, useIncident, useIncidentsChanged } from './queries';
import { useIncidentSections } from './use-incident-sections';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

export function AmendForm({ incident, done }: { incident: Incident; done: () => void }) {
  const { t } = useTranslation('incidents');
  const { message } = App.useApp();
  const changed = useIncidentsChanged();
  // What was looked at is what is amended: what others do meanwhile refuses it.
  const [first] = useState(incident);
  const [begun] = useState<Values>(() => formValues(first));
  const [values, setValues] = useState<Values>(begun);
  const sections = useIncidentSections(values, true);
  return (
    <RecordForm
      label={t('amend.action')}
      sections={sections}
      initial={begun}
      target={{
        mode: 'CREATE',
        save: async (body: Values, key) => {
          try {
            await amendIncident(first, { ...inputOf(body), reason: text(body.reason) }, key);
          } catch (error) {
            const ids = peopleOf(body).map(({ value }) => value);
            throw asProblem(error).pointingAt((pointer) => placeOf(pointer, ids));
          }
          message.success(t('amend.done'));
          await changed();
        },
      }}
      submitLabel={t('amend.save')}
      onSaved={done}
      onCancel={done}
      onValues={setValues}
    />
  );
}

/** Puts the facts, the files or the parties right, until it is concluded. */
export function IncidentAmendPage() {
  const { t } = useTranslation('incidents');
  const { id } = useParams({ from: '/_app/client-incidents/$id/amend' });
  const navigate = useNavigate();
  const incident = useIncident(id);
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('amend.action')}</h1>
      <div>
        <p className="zd-muted">{t('amend.hint')}</p>
        <ClauseList clauses={[{ id: 'A-BOR-05' }]} />
      </div>
      <QueryGate query={incident}>
        {(found) => (
          <AmendForm
            key={found.id}
            incident={found}
            done={() => navigate({ to: '/client-incidents/$id', params: { id } })}
          />
        )}
      </QueryGate>
    </div>
  );
}
