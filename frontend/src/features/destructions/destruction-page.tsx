import { PrinterOutlined } from '@ant-design/icons';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Signatures } from '@/features/approvals/public';
import { LevelMark, LevelTag, levelOfRank } from '@/features/clients/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { ClearedText, FileNumbers, SeveredText } from './certificate-text';
import { Counts } from './counts';
import { DestructionActions } from './destruction-actions';
import { type Destruction, useDestruction } from './queries';
import { StateTag } from './standing';
import './destructions.css';

const isGone = ({ state }: Destruction) => state === 'CARRIED_OUT';

function Proposal({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  const { client, client_name, approval_id } = destruction;
  const name: Fact[] = client_name
    ? [
        {
          label: t('fileName'),
          value: (
            <RecordLink type="client" id={client.id}>
              {client_name}
            </RecordLink>
          ),
          wide: true,
        },
      ]
    : [];
  const approval: Fact[] = approval_id
    ? [
        {
          label: t('approval'),
          value: (
            <RecordLink type="approval" id={approval_id}>
              {t('openApproval')}
            </RecordLink>
          ),
        },
      ]
    : [];
  return (
    <section className="zd-panel zd-block" aria-labelledby="proposal">
      <h2 id="proposal">{t('proposal')}</h2>
      <Facts
        items={[
          ...name,
          { label: t('files'), value: <FileNumbers files={destruction.files} />, wide: true },
          { label: t('ground'), value: t(`grounds.${destruction.ground}`) },
          { label: t('idleSince'), value: <DateText value={destruction.idle_since} /> },
          { label: t('requestedBy'), value: <RefText value={destruction.requested_by} /> },
          { label: t('department'), value: <RefText value={destruction.department} /> },
          { label: t('requestedAt'), value: <TimeText value={destruction.requested_at} /> },
          ...approval,
          { label: t('reason'), value: destruction.reason, wide: true },
        ]}
      />
      <ClauseList clauses={[{ id: 'A-BOR-07' }]} />
    </section>
  );
}

function Contents({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  return (
    <section className="zd-panel zd-block" aria-labelledby="contents">
      <h2 id="contents">{isGone(destruction) ? t('content.gone') : t('content.title')}</h2>
      <div className="zd-stack">
        <Counts counts={destruction.counts} />
        <Facts
          items={[
            {
              label: t('content.sha256'),
              value: <code className="zd-hash">{destruction.content_sha256}</code>,
              wide: true,
            },
          ]}
        />
        <p className="zd-muted">{t('content.sha256Hint')}</p>
      </div>
    </section>
  );
}

/** Why the file is kept after all. */
function GivenUp({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  return (
    <section className="zd-panel zd-block" aria-labelledby="given-up">
      <h2 id="given-up">{t('abandon.title')}</h2>
      <Facts
        items={[
          { label: t('abandon.by'), value: <RefText value={destruction.settled_by} /> },
          { label: t('abandon.at'), value: <TimeText value={destruction.settled_at} /> },
          { label: t('abandon.reason'), value: <PlainText value={destruction.settled_note} />, wide: true },
        ]}
      />
    </section>
  );
}

function Certificate({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  return (
    <section className="zd-panel zd-block" aria-labelledby="certificate">
      <h2 id="certificate">{t('certificate.title')}</h2>
      <Facts
        items={[
          { label: t('certificate.by'), value: <RefText value={destruction.settled_by} /> },
          { label: t('certificate.at'), value: <TimeText value={destruction.settled_at} /> },
          { label: t('certificate.severed'), value: <SeveredText destruction={destruction} /> },
          { label: t('certificate.clearedAt'), value: <ClearedText destruction={destruction} /> },
        ]}
      />
      <ClauseList clauses={[{ id: 'A-BOR-06' }]} />
    </section>
  );
}

function Approved({ id }: { id: string }) {
  const { t } = useTranslation('approvals');
  return (
    <section className="zd-panel zd-block" aria-labelledby="signatures">
      <h2 id="signatures">{t('signatures.title')}</h2>
      <Signatures id={id} />
    </section>
  );
}

function Head({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  const navigate = useNavigate();
  const { id, client, client_name, level } = destruction;
  return (
    <RecordHeader
      list="client-destructions"
      id={id}
      listHref="/client-destructions"
      goTo={(next) => navigate({ to: '/client-destructions/$id', params: { id: next } })}
      number={destruction.number}
      title={client_name ?? client.number}
      tags={
        <>
          <StateTag state={destruction.state} />
          {level === 0 ? null : <LevelTag level={levelOfRank(level)} />}
        </>
      }
      facts={
        <>
          {client_name ? <span className="zd-mono">{client.number}</span> : null}
          <span>
            {t('requestedBy')} {destruction.requested_by.name}
          </span>
        </>
      }
      actions={
        <div className="zd-stack">
          {isGone(destruction) ? (
            <AppLink href={`/client-destructions/${id}/certificate`}>
              <PrinterOutlined aria-hidden /> {t('certificate.print')}
            </AppLink>
          ) : null}
          <DestructionActions destruction={destruction} />
        </div>
      }
    />
  );
}

export function DestructionRecord({ destruction }: { destruction: Destruction }) {
  const { approval_id, state } = destruction;
  const isApproved = state === 'APPROVED' || isGone(destruction);
  return (
    <>
      <LevelMark levels={[levelOfRank(destruction.level)]} />
      <Head destruction={destruction} />
      {isGone(destruction) ? <Certificate destruction={destruction} /> : null}
      {state === 'ABANDONED' ? <GivenUp destruction={destruction} /> : null}
      <Proposal destruction={destruction} />
      {isApproved && approval_id ? <Approved id={approval_id} /> : null}
      <Contents destruction={destruction} />
    </>
  );
}

/** One destruction: proposed, approved, and once carried out its certificate. */
export function DestructionPage() {
  const { id } = useParams({ from: '/_app/client-destructions/$id/' });
  const destruction = useDestruction(id);
  return (
    <div className="zd-page">
      <QueryGate query={destruction}>
        {(found) => <DestructionRecord key={found.id} destruction={found} />}
      </QueryGate>
    </div>
  );
}
