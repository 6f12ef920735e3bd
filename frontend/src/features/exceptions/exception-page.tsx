import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExceptionStateTag, SubjectLink } from '@/features/obligations/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { ExceptionActions } from './exception-actions';
import { type Exception, useException } from './queries';
import { isDecided, KindTag, Term } from './standing';
import '@/shared/ui/values/plain-table.css';

function Asked({ exception }: { exception: Exception }) {
  const { t } = useTranslation('exceptions');
  const duty: Fact[] = exception.obligation_id
    ? [
        {
          label: t('obligation'),
          value: (
            <RecordLink type="obligation" id={exception.obligation_id}>
              {exception.name}
            </RecordLink>
          ),
        },
        {
          label: t('person'),
          value: exception.person ? <RefText value={exception.person} /> : t('anybody'),
        },
      ]
    : [];
  const items: Fact[] = [
    { label: t('kind'), value: t(`kinds.${exception.kind}`) },
    { label: t('subject'), value: <SubjectLink row={exception} /> },
    ...duty,
    { label: t('requestedBy'), value: <RefText value={exception.requested_by} /> },
    { label: t('requestedAt'), value: <TimeText value={exception.requested_at} /> },
    { label: t('until'), value: <Term row={exception} /> },
    {
      label: t('reason'),
      value: exception.reason,
      wide: true,
    },
    {
      label: t('rules'),
      value:
        exception.clauses.length > 0 ? (
          <ClauseList clauses={exception.clauses} />
        ) : (
          <PlainText value={null} />
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

function Decision({ exception }: { exception: Exception }) {
  const { t } = useTranslation('exceptions');
  return (
    <section className="zd-panel zd-block" aria-labelledby="decision">
      <h2 id="decision">{t('decision')}</h2>
      {isDecided(exception) ? (
        <Facts
          items={[
            { label: t('outcome'), value: <ExceptionStateTag state={exception.state} /> },
            { label: t('decidedBy'), value: <RefText value={exception.decided_by} /> },
            { label: t('decidedAt'), value: <TimeText value={exception.decided_at} /> },
            {
              label: t('decisionNote'),
              value: <PlainText value={exception.decision_note} />,
              wide: true,
            },
          ]}
        />
      ) : (
        <p className="zd-muted">{t(`undecided.${exception.state}`)}</p>
      )}
    </section>
  );
}

export function ExceptionRecord({ exception }: { exception: Exception }) {
  const { t } = useTranslation('exceptions');
  const navigate = useNavigate();
  return (
    <>
      <RecordHeader
        list="exceptions"
        id={exception.id}
        listHref="/exceptions"
        goTo={(id) => navigate({ to: '/exceptions/$id', params: { id } })}
        title={exception.name}
        tags={
          <>
            <ExceptionStateTag state={exception.state} />
            <KindTag kind={exception.kind} />
          </>
        }
        facts={
          <>
            <span>{exception.subject.name}</span>
            <span>
              {t('requestedBy')} {exception.requested_by.name}
            </span>
            {exception.expires_on ? (
              <span>
                {t('until')} <Term row={exception} />
              </span>
            ) : null}
          </>
        }
        actions={<ExceptionActions exception={exception} />}
      />
      <Asked exception={exception} />
      <Decision exception={exception} />
    </>
  );
}

/** One departure from the handbook, with who granted it. */
export function ExceptionPage() {
  const { id } = useParams({ from: '/_app/exceptions/$id' });
  const exception = useException(id);
  return (
    <div className="zd-page">
      <QueryGate query={exception}>
        {(found) => <ExceptionRecord key={found.id} exception={found} />}
      </QueryGate>
    </div>
  );
}
