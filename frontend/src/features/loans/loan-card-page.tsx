import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LevelMark, levelOfRank } from '@/features/clients/public';
import { useSystemInfo } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { type PrintLine, PrintLines, PrintSignatures } from '@/shared/ui/record/print-lines';
import { PrintPage } from '@/shared/ui/record/print-page';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { type Loan, useLoan } from './queries';
import { settlementWords } from './settlement';
import './loans.css';

function useLines(loan: Loan): PrintLine[] {
  const { t } = useTranslation(['loans', 'clients']);
  const { t: words } = useTranslation('loans');
  const ended = settlementWords(words, loan);
  const files = loan.files.map(({ id, number, name }) => (
    <li key={id}>
      {name} <span className="zd-mono">{number}</span>
    </li>
  ));
  return [
    [t('state'), t(`states.${loan.state}`)],
    [t('kind'), t(`kinds.${loan.kind}`)],
    [t('requestedBy'), <RefText key="by" value={loan.requested_by} />],
    [t('department'), <RefText key="department" value={loan.department} />],
    [t('requestedAt'), <TimeText key="at" value={loan.requested_at} />],
    [t('wanted'), loan.wanted],
    [t('purpose'), loan.purpose],
    [
      t('card.files'),
      files.length > 0 ? <ul key="files">{files}</ul> : <PlainText key="files" value={null} />,
    ],
    ...(loan.level > 0
      ? [[t('card.level'), t(`clients:level.${levelOfRank(loan.level)}`)] satisfies PrintLine]
      : []),
    [t('card.handedOutBy'), <RefText key="out-by" value={loan.handed_out_by} />],
    [t('card.handedOutAt'), <TimeText key="out-at" value={loan.handed_out_at} />],
    [t('card.handedOutNote'), <PlainText key="out-note" value={loan.handed_out_note} />],
    ...(loan.due_on ? [[t('dueOn'), <DateText key="due" value={loan.due_on} />] satisfies PrintLine] : []),
    ...(ended
      ? ([
          [ended.by, <RefText key="end-by" value={loan.settled_by} />],
          [ended.at, <TimeText key="end-at" value={loan.settled_at} />],
          [ended.note, <PlainText key="end-note" value={loan.settled_note} />],
        ] satisfies PrintLine[])
      : []),
    ...(loan.superior
      ? [[t('card.superior'), <RefText key="superior" value={loan.superior} />] satisfies PrintLine]
      : []),
  ];
}

function Sheet({ loan }: { loan: Loan }) {
  const { t } = useTranslation('loans');
  const lines = useLines(loan);
  const signatures =
    loan.kind === 'LOAN' ? (['borrower', 'keeper', 'return'] as const) : (['borrower', 'keeper'] as const);
  return (
    <>
      <PrintLines lines={lines} address={`/client-loans/${loan.id}`} scan={t('card.scan')} />
      <PrintSignatures lines={signatures.map((who) => t(`card.sign.${who}`))} />
      <p>{t('card.notice')}</p>
    </>
  );
}

/** The loan card on paper (A-BOR-03), with the way back to the record. */
export function LoanCardPage() {
  const { t } = useTranslation('loans');
  const { id } = useParams({ from: '/_app/client-loans/$id/card' });
  const loan = useLoan(id);
  const system = useSystemInfo();
  return (
    <>
      <div className="zd-print-tools zd-print-back">
        <AppLink href={`/client-loans/${id}`}>{t('card.back')}</AppLink>
      </div>
      <QueryGate query={loan}>
        {(found) => (
          <PrintPage title={t('card.sheet')} number={found.number} company={system.data?.company ?? ''}>
            <LevelMark levels={[levelOfRank(found.level)]} />
            <Sheet loan={found} />
          </PrintPage>
        )}
      </QueryGate>
    </>
  );
}
