import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { type MySession, useEndOtherSessions, useEndSession, useMySessions } from './queries';

function SessionItem({ session }: { session: MySession }) {
  const { t } = useTranslation('session');
  const end = useEndSession();
  return (
    <li className="zd-item">
      <div className="zd-spread">
        <div>
          <p className="zd-row">
            <strong>
              <PlainText value={session.address} />
            </strong>
            {session.current ? <Tag tone="accent">{t('sessions.current')}</Tag> : null}
          </p>
          <p className="zd-muted" style={{ overflowWrap: 'anywhere' }}>
            <PlainText value={session.user_agent} />
          </p>
          <p className="zd-muted">
            {t('sessions.started')} <TimeText value={session.created_at} /> · {t('sessions.used')}{' '}
            <TimeText value={session.last_used_at} />
          </p>
        </div>
        {session.current ? null : (
          <Button danger loading={end.isPending} onClick={() => end.mutate(session.id)}>
            {t('sessions.end')}
          </Button>
        )}
      </div>
      {end.isError ? <ProblemAlert error={end.error} compact /> : null}
    </li>
  );
}

export function SessionsPage() {
  const { t } = useTranslation('session');
  const sessions = useMySessions();
  const endOthers = useEndOtherSessions();
  const hasOthers = sessions.data?.items.some(({ current }) => !current) ?? false;
  return (
    <div className="zd-page zd-page-narrow">
      <div className="zd-spread">
        <h1>{t('sessions.title')}</h1>
        {hasOthers ? (
          <Popconfirm title={t('sessions.endOthersConfirm')} onConfirm={() => endOthers.mutate()}>
            <Button danger loading={endOthers.isPending}>
              {t('sessions.endOthers')}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
      <p className="zd-muted">{t('sessions.hint')}</p>
      {endOthers.isError ? <ProblemAlert error={endOthers.error} compact /> : null}
      <QueryGate query={sessions}>
        {({ items }) => (
          <ul className="zd-panel">
            {items.map((session) => (
              <SessionItem key={session.id} session={session} />
            ))}
          </ul>
        )}
      </QueryGate>
    </div>
  );
}
