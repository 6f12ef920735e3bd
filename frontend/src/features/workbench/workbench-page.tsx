import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LentPanel } from '@/features/lending/public';
import { useCan, useMe } from '@/features/session/public';
import { daysFromToday } from '@/shared/format/date';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { TimeText } from '@/shared/ui/values/values';
import { useClientCount, useNotificationCount, useRecentlyChanged, useSubmissionCount } from './queries';
import { Tile } from './tile';
import './workbench.css';

const verificationHorizonDays = 14;

function useHasPage(): (path: string) => boolean {
  const router = useRouter();
  return (path) => path in router.routesByPath;
}

/** Of one's own clients, or of all in reach for those who keep or verify the whole archive (A-CLI-10). */
function ClientTiles({ owner }: { owner: string | null }) {
  const { t } = useTranslation('workbench');
  const whose = owner === null ? {} : { owner_id: owner };
  const reach = owner === null ? 'archive' : 'own';
  const due = { ...whose, verification_due_before: daysFromToday(verificationHorizonDays) };
  const incomplete = { ...whose, completeness_max: 99 };
  const dueCount = useClientCount(due);
  const incompleteCount = useClientCount(incomplete);
  return (
    <>
      <Tile
        label={t('due.label')}
        hint={t(`due.${reach}`, { count: verificationHorizonDays })}
        path="/clients"
        search={due}
        query={dueCount}
      />
      <Tile
        label={t('incomplete.label')}
        hint={t(`incomplete.${reach}`)}
        path="/clients"
        search={incomplete}
        query={incompleteCount}
      />
    </>
  );
}

function SubmissionTile({ me }: { me: string }) {
  const { t } = useTranslation('workbench');
  const mine = { submitted_by: me };
  const count = useSubmissionCount(mine);
  return (
    <Tile
      label={t('submissions.label')}
      hint={t('submissions.hint')}
      path="/client-submissions"
      search={mine}
      query={count}
    />
  );
}

function PendingTile() {
  const { t } = useTranslation('workbench');
  const pending = { state: 'PENDING' };
  const count = useSubmissionCount(pending);
  return (
    <Tile
      label={t('pending.label')}
      hint={t('pending.hint')}
      path="/client-submissions"
      search={pending}
      query={count}
    />
  );
}

function NotificationTile() {
  const { t } = useTranslation('workbench');
  const count = useNotificationCount();
  return (
    <Tile
      label={t('unread.label')}
      hint={t('unread.hint')}
      path="/notifications"
      search={{ unread: true }}
      query={count}
    />
  );
}

function RecentChanges() {
  const { t } = useTranslation('workbench');
  const recent = useRecentlyChanged(true);
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
  return (
    <div className="zd-page">
      <h1>{me.data ? t('greeting', { name: me.data.name }) : t('title')}</h1>
      <div className="zd-tiles">
        {can('client.maintain') ? <PendingTile /> : null}
        {seesClients && me.data ? <ClientTiles owner={can('client.verify') ? null : me.data.id} /> : null}
        {hasPage('/client-submissions') && can('client.collect') && me.data ? (
          <SubmissionTile me={me.data.id} />
        ) : null}
        <NotificationTile />
      </div>
      <LentPanel />
      {can('client.read') ? <RecentChanges /> : null}
    </div>
  );
}
