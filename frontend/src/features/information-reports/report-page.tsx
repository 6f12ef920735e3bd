import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LevelMark, LevelTag, levelOfRank } from '@/features/clients/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { type Report, type ReportEntry, useCalls, useReport } from './queries';
import { ReportActions } from './report-actions';
import { SentBackNote } from './sent-back-note';
import { LateTag, StateTag } from './standing';
import './information-reports.css';
import '@/shared/ui/values/plain-table.css';

/** How it came and what became of it: what was sent back keeps the time of its first submission. */
function useCourse(report: Report): Fact[] {
  const { t } = useTranslation('information-reports');
  const again: Fact[] = report.resubmitted_at
    ? [{ label: t('resubmittedAt'), value: <TimeText value={report.resubmitted_at} /> }]
    : [];
  const received: Fact[] = report.received_at
    ? [
        { label: t('receive.by'), value: <RefText value={report.received_by} /> },
        { label: t('receive.at'), value: <TimeText value={report.received_at} /> },
        { label: t('receive.note'), value: <PlainText value={report.receive_note} />, wide: true },
      ]
    : [];
  const back: Fact[] = report.sent_back_at
    ? [
        { label: t('sendBack.by'), value: <RefText value={report.sent_back_by} /> },
        { label: t('sendBack.at'), value: <TimeText value={report.sent_back_at} /> },
        { label: t('sendBack.reason'), value: <PlainText value={report.sent_back_reason} />, wide: true },
      ]
    : [];
  return [
    { label: t('person'), value: <RefText value={report.person} /> },
    { label: t('department'), value: <RefText value={report.department} /> },
    { label: t('submittedAt'), value: <TimeText value={report.submitted_at} /> },
    { label: t('dueAt'), value: <TimeText value={report.due_at} /> },
    ...again,
    ...back,
    ...received,
  ];
}

function General({ report }: { report: Report }) {
  const { t } = useTranslation('information-reports');
  const course = useCourse(report);
  return (
    <section className="zd-panel zd-block" aria-labelledby="general">
      <h2 id="general">{t('general')}</h2>
      <Facts
        items={[
          ...course,
          { label: t('summary'), value: <PlainText value={report.summary} />, wide: true },
          { label: t('discoveries'), value: <PlainText value={report.discoveries} />, wide: true },
        ]}
      />
      <ClauseList clauses={[{ id: 'A-CIR-01' }]} />
    </section>
  );
}

function Entry({ entry }: { entry: ReportEntry }) {
  const { t } = useTranslation('information-reports');
  return (
    <li>
      <h3>
        {entry.client ? (
          <RecordLink type="client" id={entry.client.id}>
            {entry.client.name}
          </RecordLink>
        ) : (
          entry.client_name
        )}
      </h3>
      <Facts
        items={[
          { label: t('competition'), value: <PlainText value={entry.competition} />, wide: true },
          { label: t('changes'), value: <PlainText value={entry.changes} />, wide: true },
          { label: t('plan'), value: <PlainText value={entry.plan} />, wide: true },
        ]}
      />
    </li>
  );
}

function Entries({ report }: { report: Report }) {
  const { t } = useTranslation('information-reports');
  // Two files that became one have two entries of one client; an entry has no other name than its place.
  const entries = report.entries.map((entry, place) => ({ entry, key: `${place} ${entry.client_id}` }));
  return (
    <section className="zd-panel zd-block" aria-labelledby="clients">
      <h2 id="clients">{t('clientsTold')}</h2>
      {entries.length > 0 ? (
        <ul className="zd-information-entries">
          {entries.map(({ entry, key }) => (
            <Entry key={key} entry={entry} />
          ))}
        </ul>
      ) : (
        <p className="zd-muted">{t('noClients')}</p>
      )}
      <ClauseList clauses={[{ id: 'A-CIR-02' }]} />
    </section>
  );
}

/** The calls to its author about this month (A-CIR-03). */
function Calls({ report }: { report: Report }) {
  const { t } = useTranslation('information-reports');
  const calls = useCalls({ person_id: report.person.id, period: report.period, limit: 20 });
  return (
    <section className="zd-panel zd-block" aria-labelledby="calls">
      <h2 id="calls">{t('call.title')}</h2>
      <QueryGate query={calls}>
        {({ items }) =>
          items.length > 0 ? (
            <ul className="zd-information-entries">
              {items.map(({ id, note, called_at, called_by }) => (
                <li key={id}>
                  <h3>
                    <TimeText value={called_at} /> <RefText value={called_by} />
                  </h3>
                  <p className="zd-long-text">{note}</p>
                </li>
              ))}
            </ul>
          ) : (
            <p className="zd-muted">{t('call.noneHere')}</p>
          )
        }
      </QueryGate>
      <ClauseList clauses={[{ id: 'A-CIR-03' }]} />
    </section>
  );
}

export function ReportRecord({ report }: { report: Report }) {
  const { t } = useTranslation('information-reports');
  const navigate = useNavigate();
  return (
    <>
      <LevelMark levels={[levelOfRank(report.level)]} />
      <RecordHeader
        list="client-information-reports"
        id={report.id}
        listHref="/client-information-reports"
        goTo={(id) => navigate({ to: '/client-information-reports/$id', params: { id } })}
        number={report.number}
        title={t('named', { period: report.period })}
        tags={
          <>
            <StateTag state={report.state} />
            <LateTag late={report.late} />
            <LevelTag level={levelOfRank(report.level)} />
          </>
        }
        facts={
          <>
            <span>
              {t('person')} {report.person.name}
            </span>
            <span>
              {t('dueAt')} <TimeText value={report.due_at} />
            </span>
          </>
        }
        actions={<ReportActions report={report} />}
      />
      <SentBackNote report={report} />
      <General report={report} />
      <Entries report={report} />
      <Calls report={report} />
    </>
  );
}

/** One report with what it says of each client, and the calls about it. */
export function ReportPage() {
  const { id } = useParams({ from: '/_app/client-information-reports/$id/' });
  const report = useReport(id);
  return (
    <div className="zd-page">
      <QueryGate query={report}>{(found) => <ReportRecord key={found.id} report={found} />}</QueryGate>
    </div>
  );
}
