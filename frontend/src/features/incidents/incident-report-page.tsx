import { useNavigate, useSearch } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '@/features/clients/public';
import { asProblem } from '@/shared/api/problem';
import { today } from '@/shared/format/date';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { inputOf, peopleOf, placeOf } from './mapping';
import { reportIncident, useIncidentsChanged, useLoanOf } from './queries';
import type { ReportingSearch } from './search';
import { useIncidentSections } from './use-incident-sections';

type Begun = { id: string; number: string };
type FormProps = { begun: Values; loan?: Begun };

export function ReportForm({ begun, loan }: FormProps) {
  const { t } = useTranslation('incidents');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = useIncidentsChanged();
  const [values, setValues] = useState<Values>(begun);
  const sections = useIncidentSections(values, false);
  const send = async (body: Values, key: string) => {
    try {
      const made = await reportIncident({ ...inputOf(body), loan_id: loan?.id ?? null }, key);
      message.success(t('sent'));
      await changed();
      return made;
    } catch (error) {
      const ids = peopleOf(body).map(({ value }) => value);
      throw asProblem(error).pointingAt((pointer) => placeOf(pointer, ids));
    }
  };
  return (
    <>
      {loan ? (
        <p>
          {t('ofLoan')}{' '}
          <RecordLink type="client-loan" id={loan.id}>
            {loan.number}
          </RecordLink>
        </p>
      ) : null}
      <RecordForm
        label={t('begin')}
        sections={sections}
        initial={begun}
        target={{ mode: 'CREATE', save: send }}
        submitLabel={t('send')}
        onSaved={({ id }) => navigate({ to: '/client-incidents/$id', params: { id }, replace: true })}
        onCancel={() => navigate({ to: '/client-incidents' })}
        onValues={setValues}
      />
    </>
  );
}

/** The file from whose page it is reported stands in the form. */
function OfClient({ id }: { id: string }) {
  const client = useClient(id);
  return (
    <QueryGate query={client}>
      {({ name, number }) => (
        <ReportForm begun={{ occurred_on: today(), files: [{ value: id, label: `${name} · ${number}` }] }} />
      )}
    </QueryGate>
  );
}

/** Of a loan it is a loss: whoever borrowed is the party, and the files are those of the card. */
function OfLoan({ id }: { id: string }) {
  const loan = useLoanOf(id);
  return (
    <QueryGate query={loan}>
      {({ number, requested_by, files }) => (
        <ReportForm
          loan={{ id, number }}
          begun={{
            kind: 'LOSS',
            occurred_on: today(),
            files: files.map((file) => ({ value: file.id, label: `${file.name} · ${file.number}` })),
            people: [{ value: requested_by.id, label: requested_by.name }],
          }}
        />
      )}
    </QueryGate>
  );
}

function Reporting({ client_id, loan_id }: ReportingSearch) {
  if (loan_id) return <OfLoan key={loan_id} id={loan_id} />;
  if (client_id) return <OfClient key={client_id} id={client_id} />;
  return <ReportForm begun={{ occurred_on: today() }} />;
}

/** Reports a breach, a loss or a leak (A-BOR-05). */
export function IncidentReportPage() {
  const { t } = useTranslation('incidents');
  const search: ReportingSearch = useSearch({ strict: false });
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('begin')}</h1>
      <div>
        <p className="zd-muted">{t('hint')}</p>
        <ClauseList clauses={[{ id: 'A-BOR-05' }]} />
      </div>
      <Reporting {...search} />
    </div>
  );
}
