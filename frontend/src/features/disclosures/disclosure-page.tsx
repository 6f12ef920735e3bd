import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Signatures } from '@/features/approvals/public';
import { LevelMark, LevelTag, levelOfRank } from '@/features/clients/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { Files } from './consents';
import { DisclosureActions } from './disclosure-actions';
import { type Disclosure, useDisclosure } from './queries';
import { RecipientText, SectionsText, StateTag } from './standing';
import './disclosures.css';
import '@/shared/ui/values/plain-table.css';

type Props = { disclosure: Disclosure };

const isRevoked = ({ files }: Disclosure) => files.some(({ consent }) => consent?.revoked_on);

function useAskedFacts(disclosure: Disclosure): Fact[] {
  const { t } = useTranslation('disclosures');
  const { approval_id, valid_until, legal_basis } = disclosure;
  return [
    { label: t('recipient'), value: <RecipientText {...disclosure} />, wide: true },
    { label: t('recipientKind'), value: t(`kinds.${disclosure.recipient_kind}`) },
    { label: t('ground'), value: t(`grounds.${disclosure.ground}`) },
    ...(legal_basis ? [{ label: t('legalBasis'), value: legal_basis, wide: true }] : []),
    { label: t('purpose'), value: disclosure.purpose, wide: true },
    { label: t('sections'), value: <SectionsText sections={disclosure.sections} />, wide: true },
    { label: t('form'), value: t(`forms.${disclosure.form}`) },
    { label: t('requestedBy'), value: <RefText value={disclosure.requested_by} /> },
    { label: t('department'), value: <RefText value={disclosure.department} /> },
    { label: t('requestedAt'), value: <TimeText value={disclosure.requested_at} /> },
    ...(valid_until ? [{ label: t('validUntil'), value: <DateText value={valid_until} due /> }] : []),
    ...(approval_id
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
      : []),
  ];
}

function Asked({ disclosure }: Props) {
  const { t } = useTranslation('disclosures');
  return (
    <section className="zd-panel zd-block" aria-labelledby="asked">
      <h2 id="asked">{t('asked')}</h2>
      <Facts items={useAskedFacts(disclosure)} />
      <ClauseList clauses={[{ id: 'B-SEC-07' }]} />
    </section>
  );
}

function Clients({ disclosure }: Props) {
  const { t } = useTranslation('disclosures');
  return (
    <section className="zd-panel zd-block" aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      <Files disclosure={disclosure} />
      <ClauseList clauses={[{ id: 'B-SEC-08' }]} />
    </section>
  );
}

function Outcome({ disclosure }: Props) {
  const { t } = useTranslation('disclosures');
  const { means, received_by } = disclosure;
  const receiver = received_by ?? <span className="zd-muted">{t('notShown')}</span>;
  // Of a client that is destroyed nobody knows any more who received it.
  const isGone = !received_by && disclosure.recipient_kind === 'CLIENT' && disclosure.destroyed_files > 0;
  return (
    <section className="zd-panel zd-block" aria-labelledby="outcome">
      <h2 id="outcome">{t('outcome.title')}</h2>
      <Facts
        items={[
          { label: t('outcome.handedOver'), value: <PlainText value={disclosure.handed_over} />, wide: true },
          { label: t('outcome.receivedBy'), value: isGone ? <PlainText value={null} /> : receiver },
          { label: t('outcome.means'), value: <PlainText value={means ? t(`meansNames.${means}`) : null} /> },
          { label: t('providedOn'), value: <DateText value={disclosure.provided_on} /> },
          { label: t('outcome.by'), value: <RefText value={disclosure.provided_by} /> },
          { label: t('outcome.at'), value: <TimeText value={disclosure.provided_at} /> },
        ]}
      />
    </section>
  );
}

function GivenUp({ disclosure }: Props) {
  const { t } = useTranslation('disclosures');
  return (
    <section className="zd-panel zd-block" aria-labelledby="given-up">
      <h2 id="given-up">{t('outcome.givenUp')}</h2>
      <Facts
        items={[
          { label: t('outcome.givenUpBy'), value: <RefText value={disclosure.settled_by} /> },
          { label: t('outcome.givenUpAt'), value: <TimeText value={disclosure.settled_at} /> },
          { label: t('outcome.reason'), value: <PlainText value={disclosure.settled_note} />, wide: true },
        ]}
      />
    </section>
  );
}

function Reviewed({ id }: { id: string }) {
  const { t } = useTranslation('approvals');
  return (
    <section className="zd-panel zd-block" aria-labelledby="signatures">
      <h2 id="signatures">{t('signatures.title')}</h2>
      <Signatures id={id} />
    </section>
  );
}

function Warning({ disclosure }: Props) {
  const { t } = useTranslation('disclosures');
  const { state } = disclosure;
  const isSince = state === 'PROVIDED' && isRevoked(disclosure);
  if (state !== 'LAPSED' && !isSince) return null;
  return (
    <p className="zd-warning" role="note">
      {isSince ? t('outcome.revokedSince') : t('outcome.lapsed')}
    </p>
  );
}

function Head({ disclosure }: Props) {
  const { t } = useTranslation('disclosures');
  const navigate = useNavigate();
  const { id, level, requested_by } = disclosure;
  return (
    <RecordHeader
      list="client-disclosures"
      id={id}
      listHref="/client-disclosures"
      goTo={(next) => navigate({ to: '/client-disclosures/$id', params: { id: next } })}
      number={disclosure.number}
      title={disclosure.recipient ?? t('kinds.CLIENT')}
      tags={
        <>
          <StateTag state={disclosure.state} />
          {level === 0 ? null : <LevelTag level={levelOfRank(level)} />}
        </>
      }
      facts={
        <>
          <span>{t(`grounds.${disclosure.ground}`)}</span>
          <span>
            {t('requestedBy')} {requested_by.name}
          </span>
        </>
      }
      actions={<DisclosureActions disclosure={disclosure} />}
    />
  );
}

export function DisclosureRecord({ disclosure }: Props) {
  const { approval_id, state } = disclosure;
  return (
    <>
      <LevelMark levels={[levelOfRank(disclosure.level)]} />
      <Head disclosure={disclosure} />
      <Warning disclosure={disclosure} />
      {state === 'PROVIDED' ? <Outcome disclosure={disclosure} /> : null}
      {state === 'GIVEN_UP' ? <GivenUp disclosure={disclosure} /> : null}
      <Asked disclosure={disclosure} />
      <Clients disclosure={disclosure} />
      {approval_id ? <Reviewed id={approval_id} /> : null}
    </>
  );
}

/** One disclosure: asked for, reviewed, and what was handed over. */
export function DisclosurePage() {
  const { id } = useParams({ from: '/_app/client-disclosures/$id/' });
  const disclosure = useDisclosure(id);
  return (
    <div className="zd-page">
      <QueryGate query={disclosure}>
        {(found) => <DisclosureRecord key={found.id} disclosure={found} />}
      </QueryGate>
    </div>
  );
}
