import { PrinterOutlined } from '@ant-design/icons';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LevelMark, LevelTag, levelOfRank } from '@/features/clients/public';
import { useCan } from '@/features/session/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { LoanActions } from './loan-actions';
import { type Loan, useLoan } from './queries';
import { settlementWords } from './settlement';
import { StateTags } from './standing';
import './loans.css';

const isOpen = ({ state }: Loan) => state === 'HANDED_OUT';

function Asked({ loan }: { loan: Loan }) {
  const { t } = useTranslation('loans');
  const items: Fact[] = [
    { label: t('requestedBy'), value: <RefText value={loan.requested_by} /> },
    { label: t('department'), value: <RefText value={loan.department} /> },
    { label: t('requestedAt'), value: <TimeText value={loan.requested_at} /> },
    ...(loan.due_on
      ? [{ label: t('dueOn'), value: <DateText value={loan.due_on} due={isOpen(loan)} /> }]
      : []),
    ...(loan.approval_id
      ? [
          {
            label: t('approval'),
            value: (
              <RecordLink type="approval" id={loan.approval_id}>
                {t('openApproval')}
              </RecordLink>
            ),
          },
        ]
      : []),
    { label: t('wanted'), value: loan.wanted, wide: true },
    { label: t('purpose'), value: loan.purpose, wide: true },
    {
      label: t('undertaking'),
      value: (
        <>
          {t('undertaken')}
          <ClauseList clauses={[{ id: 'A-BOR-04' }]} />
        </>
      ),
      wide: true,
    },
  ];
  return (
    <section className="zd-panel zd-block" aria-labelledby="asked">
      <h2 id="asked">{t('asked')}</h2>
      <Facts items={items} />
    </section>
  );
}

function Files({ loan }: { loan: Loan }) {
  const { t } = useTranslation('loans');
  if (loan.files.length === 0) return <span className="zd-muted">{t('card.noFiles')}</span>;
  return (
    <ul>
      {loan.files.map(({ id, number, name }) => (
        <li key={id} className="zd-loan-file">
          <RecordLink type="client" id={id}>
            {name}
          </RecordLink>{' '}
          <span className="zd-muted zd-mono">{number}</span>
        </li>
      ))}
    </ul>
  );
}

function useSettlementFacts(loan: Loan): Fact[] {
  const { t } = useTranslation('loans');
  const words = settlementWords(t, loan);
  if (!words) return [];
  const incident: Fact[] = loan.incident_id
    ? [
        {
          label: t('card.incident'),
          value: (
            <RecordLink type="client-incident" id={loan.incident_id}>
              {t('card.openIncident')}
            </RecordLink>
          ),
        },
      ]
    : [];
  const parties: Fact[] =
    loan.state === 'LOST'
      ? [
          { label: t('card.responsible'), value: <RefText value={loan.requested_by} /> },
          { label: t('card.superior'), value: <RefText value={loan.superior} /> },
          ...incident,
        ]
      : [];
  return [
    { label: words.by, value: <RefText value={loan.settled_by} /> },
    { label: words.at, value: <TimeText value={loan.settled_at} /> },
    ...parties,
    { label: words.note, value: <PlainText value={loan.settled_note} />, wide: true },
  ];
}

function Card({ loan }: { loan: Loan }) {
  const { t } = useTranslation('loans');
  const settlement = useSettlementFacts(loan);
  const files: Fact[] =
    loan.kind === 'STATISTICS' ? [] : [{ label: t('card.files'), value: <Files loan={loan} />, wide: true }];
  return (
    <section className="zd-panel zd-block" aria-labelledby="card">
      <h2 id="card">{t('card.title')}</h2>
      {loan.handed_out_at ? (
        <Facts
          items={[
            ...files,
            { label: t('card.handedOutBy'), value: <RefText value={loan.handed_out_by} /> },
            { label: t('card.handedOutAt'), value: <TimeText value={loan.handed_out_at} /> },
            { label: t('card.handedOutNote'), value: <PlainText value={loan.handed_out_note} />, wide: true },
            ...settlement,
          ]}
        />
      ) : (
        <p className="zd-muted">{t('notOut')}</p>
      )}
      <ClauseList clauses={[{ id: loan.state === 'LOST' ? 'A-BOR-05' : 'A-BOR-03' }]} />
    </section>
  );
}

export function LoanRecord({ loan }: { loan: Loan }) {
  const { t } = useTranslation('loans');
  const can = useCan();
  const navigate = useNavigate();
  return (
    <>
      <LevelMark levels={[levelOfRank(loan.level)]} />
      <RecordHeader
        list="client-loans"
        id={loan.id}
        listHref="/client-loans"
        goTo={(id) => navigate({ to: '/client-loans/$id', params: { id } })}
        number={loan.number}
        title={t(`kinds.${loan.kind}`)}
        tags={
          <>
            <StateTags loan={loan} />
            {/* Of what was handed out; before that there is none. */}
            {loan.level === 0 ? null : <LevelTag level={levelOfRank(loan.level)} />}
          </>
        }
        facts={
          <>
            <span>
              {t('requestedBy')} {loan.requested_by.name}
            </span>
            {loan.due_on ? (
              <span>
                {t('dueOn')} <DateText value={loan.due_on} due={isOpen(loan)} />
              </span>
            ) : null}
          </>
        }
        actions={
          <div className="zd-stack">
            {loan.handed_out_at ? (
              <AppLink href={`/client-loans/${loan.id}/card`}>
                <PrinterOutlined aria-hidden /> {t('print')}
              </AppLink>
            ) : null}
            {loan.handed_out_at && !loan.incident_id && can('client-incident.report') ? (
              <AppLink href={`/client-incidents/new?loan_id=${loan.id}`}>{t('card.reportIncident')}</AppLink>
            ) : null}
            <LoanActions loan={loan} />
          </div>
        }
      />
      <Asked loan={loan} />
      <Card loan={loan} />
    </>
  );
}

/** One request for client archives, with its loan card. */
export function LoanPage() {
  const { id } = useParams({ from: '/_app/client-loans/$id/' });
  const loan = useLoan(id);
  return (
    <div className="zd-page">
      <QueryGate query={loan}>{(found) => <LoanRecord key={found.id} loan={found} />}</QueryGate>
    </div>
  );
}
