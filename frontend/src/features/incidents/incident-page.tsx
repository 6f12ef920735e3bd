import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LevelMark, LevelTag, levelOfRank } from '@/features/clients/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { IncidentActions } from './incident-actions';
import { Parties } from './parties';
import { type Incident, useIncident } from './queries';
import { StateTag } from './standing';
import './incidents.css';

function Files({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  if (incident.files.length === 0) return <span className="zd-muted">{t('noFiles')}</span>;
  return (
    <ul>
      {incident.files.map(({ id, number, name }) => (
        <li key={id} className="zd-incident-file">
          <RecordLink type="client" id={id}>
            {name}
          </RecordLink>{' '}
          <span className="zd-muted zd-mono">{number}</span>
        </li>
      ))}
    </ul>
  );
}

function About({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  const { loan } = incident;
  const lent: Fact[] = loan
    ? [
        {
          label: t('loan'),
          value: (
            <RecordLink type="client-loan" id={loan.id}>
              {loan.number}
            </RecordLink>
          ),
        },
      ]
    : [];
  return (
    <section className="zd-panel zd-block" aria-labelledby="facts">
      <h2 id="facts">{t('facts')}</h2>
      <Facts
        items={[
          { label: t('kind'), value: t(`kinds.${incident.kind}`) },
          { label: t('occurredOn'), value: <DateText value={incident.occurred_on} /> },
          { label: t('reportedBy'), value: <RefText value={incident.reported_by} /> },
          { label: t('reportedAt'), value: <TimeText value={incident.reported_at} /> },
          { label: t('department'), value: <RefText value={incident.department} /> },
          ...lent,
          { label: t('whatHappened'), value: <PlainText value={incident.what_happened} />, wide: true },
          { label: t('files'), value: <Files incident={incident} />, wide: true },
        ]}
      />
      <ClauseList clauses={[{ id: 'A-BOR-05' }]} />
    </section>
  );
}

function Conclusion({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  if (!incident.concluded_at) return null;
  return (
    <section className="zd-panel zd-block" aria-labelledby="conclusion">
      <h2 id="conclusion">{t('conclusion')}</h2>
      {incident.state === 'TAKEN_UP' ? <p className="zd-muted">{t('standsUntil')}</p> : null}
      <Facts
        items={[
          { label: t('concludedBy'), value: <RefText value={incident.concluded_by} /> },
          { label: t('concludedAt'), value: <TimeText value={incident.concluded_at} /> },
          { label: t('remedy'), value: <PlainText value={incident.remedy} />, wide: true },
        ]}
      />
    </section>
  );
}

function History({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  return (
    <section className="zd-panel zd-block" aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <ol className="zd-timeline">
        {incident.history.map(({ act, at, by, reason }) => (
          <li key={`${act} ${at} ${by.id}`} data-kind={act}>
            <div className="zd-timeline-head">
              <span>{t(`acts.${act}`)}</span>
              <span className="zd-muted">
                {by.name} <TimeText value={at} />
              </span>
            </div>
            {reason ? <div className="zd-timeline-body">{reason}</div> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function IncidentRecord({ incident }: { incident: Incident }) {
  const { t } = useTranslation(['incidents', 'common']);
  const navigate = useNavigate();
  const people = incident.named.map(({ person }) => person.name).join(t('common:value.separator'));
  return (
    <>
      <LevelMark levels={[levelOfRank(incident.level)]} />
      <RecordHeader
        list="client-incidents"
        id={incident.id}
        listHref="/client-incidents"
        goTo={(id) => navigate({ to: '/client-incidents/$id', params: { id } })}
        number={incident.number}
        title={t('named', { kind: t(`kinds.${incident.kind}`), people })}
        tags={
          <>
            <StateTag state={incident.state} />
            {incident.level === 0 ? null : <LevelTag level={levelOfRank(incident.level)} />}
          </>
        }
        facts={
          <span>
            {t('occurredOn')} <DateText value={incident.occurred_on} />
          </span>
        }
        actions={<IncidentActions incident={incident} />}
      />
      <About incident={incident} />
      <Parties incident={incident} />
      <Conclusion incident={incident} />
      <History incident={incident} />
    </>
  );
}

/** One incident, as far as its reader may know of it. */
export function IncidentPage() {
  const { id } = useParams({ from: '/_app/client-incidents/$id/' });
  const incident = useIncident(id);
  return (
    <div className="zd-page">
      <QueryGate query={incident}>{(found) => <IncidentRecord key={found.id} incident={found} />}</QueryGate>
    </div>
  );
}
