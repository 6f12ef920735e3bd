import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Signatures } from '@/features/approvals/public';
import { LevelMark, levelOfRank } from '@/features/clients/public';
import { useSystemInfo } from '@/features/session/public';
import { formatCount } from '@/shared/format/count';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { type PrintLine, PrintLines, PrintSignatures } from '@/shared/ui/record/print-lines';
import { PrintPage } from '@/shared/ui/record/print-page';
import { DateText, RefText, TimeText } from '@/shared/ui/values/values';
import { ClearedText, FileNumbers, SeveredText } from './certificate-text';
import { type Destruction, useDestruction } from './queries';
import { useKindWord } from './words';
import './destructions.css';

function useLines(destruction: Destruction): PrintLine[] {
  const { t } = useTranslation('destructions');
  const word = useKindWord();
  return [
    [t('files'), <FileNumbers key="files" files={destruction.files} />],
    [t('ground'), t(`grounds.${destruction.ground}`)],
    [t('reason'), destruction.reason],
    [t('idleSince'), <DateText key="idle" value={destruction.idle_since} />],
    [
      t('content.gone'),
      <ul key="counts">
        {destruction.counts.map(({ kind, count }) => (
          <li key={kind}>
            {word(kind)} {formatCount(count)}
          </li>
        ))}
      </ul>,
    ],
    [
      t('content.sha256'),
      <code key="sha256" className="zd-hash">
        {destruction.content_sha256}
      </code>,
    ],
    [t('requestedBy'), <RefText key="by" value={destruction.requested_by} />],
    [t('requestedAt'), <TimeText key="at" value={destruction.requested_at} />],
    [t('certificate.by'), <RefText key="out-by" value={destruction.settled_by} />],
    [t('certificate.at'), <TimeText key="out-at" value={destruction.settled_at} />],
    [t('certificate.severed'), <SeveredText key="severed" destruction={destruction} />],
    [t('certificate.clearedAt'), <ClearedText key="cleared" destruction={destruction} />],
  ];
}

function Sheet({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation(['destructions', 'approvals']);
  const lines = useLines(destruction);
  return (
    <div className="zd-destruction-sheet">
      <PrintLines
        lines={lines}
        address={`/client-destructions/${destruction.id}`}
        scan={t('certificate.scan')}
      />
      {destruction.approval_id ? (
        <>
          <h2>{t('approvals:signatures.title')}</h2>
          <Signatures id={destruction.approval_id} />
        </>
      ) : null}
      <PrintSignatures lines={[t('certificate.sign.proposer'), t('certificate.sign.carrier')]} />
      <p>{t('certificate.notice')}</p>
    </div>
  );
}

/** The certificate on paper (A-BOR-06); of a file that is still there, there is none. */
export function CertificateSheet({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  const system = useSystemInfo();
  if (destruction.state !== 'CARRIED_OUT') {
    return (
      <div className="zd-page">
        <h1>{t('certificate.sheet')}</h1>
        <EmptyState title={t('certificate.notYet')} />
      </div>
    );
  }
  return (
    <PrintPage
      title={t('certificate.sheet')}
      number={destruction.number}
      company={system.data?.company ?? ''}
    >
      <LevelMark levels={[levelOfRank(destruction.level)]} />
      <Sheet destruction={destruction} />
    </PrintPage>
  );
}

/** The certificate with the way back to the record. */
export function CertificatePage() {
  const { t } = useTranslation('destructions');
  const { id } = useParams({ from: '/_app/client-destructions/$id/certificate' });
  const destruction = useDestruction(id);
  return (
    <>
      <div className="zd-print-tools zd-print-back">
        <AppLink href={`/client-destructions/${id}`}>{t('certificate.back')}</AppLink>
      </div>
      <QueryGate query={destruction}>{(found) => <CertificateSheet destruction={found} />}</QueryGate>
    </>
  );
}
