import { useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { useRecordHref } from '@/shared/ui/navigation/use-record-href';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { placeToAct } from './act-place';
import { DueText, StateTags, SubjectLink, WhoText } from './cells';
import { ClosedBy } from './closed-by';
import { Escalations, Exceptions } from './course';
import { ExceptionForm } from './exception-form';
import { type Obligation, useObligation } from './queries';
import './obligations.css';

function useSettlement({ state, settled_at, settled_by, reason }: Obligation): Fact[] {
  const { t } = useTranslation('obligations');
  if (state === 'OPEN') return [];
  const by: Fact[] = settled_by ? [{ label: t('settledBy'), value: <RefText value={settled_by} /> }] : [];
  const why: Fact[] = reason
    ? [
        {
          label: t('reason'),
          value: t(`reasons.${reason}` as 'reasons.PERSON_LEFT', { defaultValue: reason }),
        },
      ]
    : [];
  return [{ label: t(`settled.${state}`), value: <TimeText value={settled_at} /> }, ...by, ...why];
}

function What({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const settlement = useSettlement(obligation);
  const { clauses, department, occasion, opened_at, next_at, source, stage, state } = obligation;
  const open: Fact[] =
    state === 'OPEN'
      ? [
          { label: t('stage'), value: t(`stages.${stage}`) },
          { label: t('nextAt'), value: <TimeText value={next_at} /> },
        ]
      : [];
  const items: Fact[] = [
    { label: t('subject'), value: <SubjectLink row={obligation} /> },
    { label: t('who'), value: <WhoText row={obligation} /> },
    { label: t('department'), value: <RefText value={department} /> },
    { label: t('due'), value: <DueText row={obligation} /> },
    { label: t('dueAt'), value: <TimeText value={obligation.due_at} /> },
    { label: t('openedAt'), value: <TimeText value={opened_at} /> },
    { label: t('source'), value: t(`sources.${source}`) },
    ...(occasion ? [{ label: t('occasion'), value: <PlainText value={occasion} /> }] : []),
    ...open,
    ...settlement,
    { label: t('rules'), value: <ClauseList clauses={clauses} />, wide: true },
  ];
  return (
    <section className="zd-panel zd-block" aria-labelledby="obligation">
      <h2 id="obligation">{t('about')}</h2>
      <Facts items={items} />
    </section>
  );
}

function Actions({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const router = useRouter();
  const me = useMe();
  const place = placeToAct(obligation, me.data?.id, useRecordHref());
  const isOpen = obligation.state === 'OPEN';
  return (
    <div className="zd-row">
      {place ? (
        <Button type={isOpen ? 'primary' : 'default'} onClick={() => router.history.push(place)}>
          {t(isOpen ? 'act' : 'openRecord')}
        </Button>
      ) : null}
      {isOpen ? (
        <ActionBar
          allowed={obligation.allowed_actions}
          actions={[
            {
              action: 'request-exception',
              label: t('ask.action'),
              form: (done) => <ExceptionForm id={obligation.id} done={done} />,
            },
          ]}
        />
      ) : null}
    </div>
  );
}

export function ObligationRecord({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const navigate = useNavigate();
  return (
    <>
      <RecordHeader
        list="obligations"
        id={obligation.id}
        listHref="/obligations"
        goTo={(id) => navigate({ to: '/obligations/$id', params: { id } })}
        title={obligation.name}
        tags={<StateTags row={obligation} />}
        facts={
          <>
            <SubjectLink row={obligation} />
            <span>
              {t('due')} <DueText row={obligation} />
            </span>
          </>
        }
        actions={<Actions obligation={obligation} />}
      />
      <What obligation={obligation} />
      <ClosedBy obligation={obligation} />
      <Escalations obligation={obligation} />
      <Exceptions obligation={obligation} />
    </>
  );
}

/** One obligation: from which rules it comes, what closes it, who was told, and who was let off. */
export function ObligationPage() {
  const { id } = useParams({ from: '/_app/obligations/$id' });
  const obligation = useObligation(id);
  return (
    <div className="zd-page">
      <QueryGate query={obligation}>
        {(found) => <ObligationRecord key={found.id} obligation={found} />}
      </QueryGate>
    </div>
  );
}
