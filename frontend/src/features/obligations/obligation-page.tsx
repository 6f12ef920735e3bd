import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExceptionLines } from '@/features/exceptions/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { ClosingPanel } from './closing-panel';
import { Course } from './course';
import './obligations.css';
import { type Obligation, useObligation } from './queries';
import { ObligationActions } from './request-form';
import { StateTag } from './states';
import { Who } from './who';

function Subject({ obligation: { subject_kind, subject } }: { obligation: Obligation }) {
  return (
    <RecordLink type={subject_kind} id={subject.id}>
      {subject.name}
    </RecordLink>
  );
}

function Asked({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const { due_on, state, occasion, settled_at } = obligation;
  const settled: Fact[] = settled_at
    ? [
        { label: t('settledAt'), value: <TimeText value={settled_at} /> },
        { label: t('settledBy'), value: <RefText value={obligation.settled_by} /> },
      ]
    : [];
  const items: Fact[] = [
    { label: t('record'), value: <Subject obligation={obligation} /> },
    { label: t('who'), value: <Who row={obligation} /> },
    { label: t('department'), value: <RefText value={obligation.department} /> },
    { label: t('dueOn'), value: <DateText value={due_on} due={state === 'OPEN'} /> },
    { label: t('dueAt'), value: <TimeText value={obligation.due_at} /> },
    { label: t('openedAt'), value: <TimeText value={obligation.opened_at} /> },
    { label: t('stage'), value: t(`stages.${obligation.stage}`) },
    { label: t('source'), value: t(`sources.${obligation.source}`) },
    ...(occasion ? [{ label: t('occasion'), value: <PlainText value={occasion} /> }] : []),
    ...settled,
    { label: t('rules'), value: <ClauseList clauses={obligation.clauses} />, wide: true },
  ];
  return (
    <section className="zd-panel zd-block zd-due-block" aria-labelledby="asked">
      <h2 id="asked">{t('asked')}</h2>
      <Facts items={items} />
    </section>
  );
}

function Exceptions({ obligation: { exceptions } }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  return (
    <section className="zd-panel zd-block" aria-labelledby="exceptions">
      <h2 id="exceptions">{t('exceptions')}</h2>
      {exceptions.length > 0 ? (
        <ExceptionLines exceptions={exceptions} />
      ) : (
        <p className="zd-muted">{t('noExceptions')}</p>
      )}
    </section>
  );
}

export function ObligationRecord({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const router = useRouter();
  return (
    <>
      <RecordHeader
        list="obligations"
        id={obligation.id}
        listHref="/obligations"
        goTo={(id) => router.history.push(`/obligations/${id}`)}
        title={obligation.name}
        tags={<StateTag row={obligation} />}
        facts={
          <>
            <Subject obligation={obligation} />
            <span>
              {t('dueOn')} <DateText value={obligation.due_on} due={obligation.state === 'OPEN'} />
            </span>
            <AppLink href={`/obligations?subject_id=${obligation.subject.id}`}>{t('ofRecord')}</AppLink>
          </>
        }
        actions={<ObligationActions obligation={obligation} />}
      />
      <Asked obligation={obligation} />
      <ClosingPanel obligation={obligation} />
      <Course obligation={obligation} />
      <Exceptions obligation={obligation} />
    </>
  );
}

/** One obligation: what is due, from which rule, what closes it, and what was done about it. */
export function ObligationPage() {
  const { id } = useParams({ strict: false });
  const obligation = useObligation(id ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={obligation}>
        {(found) => <ObligationRecord key={found.id} obligation={found} />}
      </QueryGate>
    </div>
  );
}
