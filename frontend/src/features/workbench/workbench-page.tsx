import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LentPanel } from '@/features/lending/public';
import { useCan, useMe } from '@/features/session/public';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { TimeText } from '@/shared/ui/values/values';
import { FirstSteps } from './first-steps';
import { NextObligations, ObligationTiles } from './obligations';
import { useRecentlyChanged } from './queries';
import {
  ApprovalTile,
  ClientTiles,
  InstructionTiles,
  LoanTile,
  NotificationTile,
  PendingTile,
  SubmissionTile,
} from './tiles';
import './workbench.css';

function useHasPage(): (path: string) => boolean {
  const router = useRouter();
  return (path) => path in router.routesByPath;
}

function RecentChanges() {
  const { t } = useTranslation('workbench');
  const recent = useRecentlyChanged();
  return (
    <section className="zd-panel zd-recent" aria-labelledby="recent-changes">
      <h2 id="recent-changes">{t('recent.title')}</h2>
      {recent.isError ? <ProblemAlert error={recent.error} onRetry={() => recent.refetch()} compact /> : null}
      {recent.data?.items.length === 0 ? <p className="zd-muted">{t('recent.none')}</p> : null}
      <ul>
        {recent.data?.items.map((client) => (
          <li key={client.id}>
            <span className="zd-recent-client">
              <RecordLink type="client" id={client.id}>
                {client.name}
              </RecordLink>
              <span className="zd-muted zd-mono">{client.number}</span>
            </span>
            <span className="zd-muted">
              {client.owner?.name} <TimeText value={client.updated_at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function WorkbenchPage() {
  const { t } = useTranslation('workbench');
  const me = useMe();
  const can = useCan();
  const hasPage = useHasPage();
  const seesClients = can('client.read') && hasPage('/clients');
  const seesObligations = can('obligation.read') && hasPage('/obligations');
  return (
    <div className="zd-page">
      <h1>{me.data ? t('greeting', { name: me.data.name }) : t('title')}</h1>
      <div className="zd-tiles">
        {hasPage('/approvals') && can('approval.read') ? <ApprovalTile /> : null}
        {seesObligations ? <ObligationTiles /> : null}
        {hasPage('/client-instructions') && can('client.read') && me.data ? (
          <InstructionTiles me={me.data.id} />
        ) : null}
        {can('client.maintain') ? <PendingTile /> : null}
        {can('client-loan.manage') ? <LoanTile /> : null}
        {seesClients && me.data ? <ClientTiles owner={can('client.verify') ? null : me.data.id} /> : null}
        {hasPage('/client-submissions') && can('client.collect') && me.data ? (
          <SubmissionTile me={me.data.id} />
        ) : null}
        <NotificationTile />
      </div>
      {can('person.manage') ? <FirstSteps /> : null}
      <LentPanel />
      {seesObligations ? <NextObligations /> : null}
      {can('client.read') ? <RecentChanges /> : null}
    </div>
  );
}
