import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import '../organisation.css';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { useRoles } from '../roles/queries';
import { rolesWith } from './matrix';
import { type DutyConflict, endDutyConflict, useDutyConflict, useDutyConflictsChanged } from './queries';

/** One of the two permissions, and the roles that bring it. */
function SidePanel({ permission }: { permission: string }) {
  const { t } = useTranslation('organisation');
  const word = usePermissionWord();
  const roles = useRoles();
  return (
    <section className="zd-panel zd-inset zd-stack" aria-label={word(permission)}>
      <h2>
        {word(permission)} <code className="zd-mono zd-muted">{permission}</code>
      </h2>
      <QueryGate query={roles}>
        {({ items }) => {
          const found = rolesWith(items, permission);
          return found.length === 0 ? (
            <p className="zd-muted">{t('duty.noRole')}</p>
          ) : (
            <>
              <p className="zd-muted">{t('duty.rolesWith')}</p>
              <ul className="zd-org-names">
                {found.map(({ id, name }) => (
                  <li key={id}>
                    <RecordLink type="role" id={id}>
                      {name}
                    </RecordLink>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </QueryGate>
    </section>
  );
}

function EndForm({ conflict, done }: { conflict: DutyConflict; done: () => void }) {
  const { t } = useTranslation('organisation');
  const changed = useDutyConflictsChanged();
  return (
    <ReasonForm
      label={t('duty.end')}
      hint={t('duty.endHint')}
      save={async (reason, key) => {
        await endDutyConflict(conflict, reason, key);
        await changed();
      }}
      done={done}
    />
  );
}

function DutyBody({ conflict }: { conflict: DutyConflict }) {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const word = usePermissionWord();
  const { permission_a, permission_b, ended_at, clauses } = conflict;
  return (
    <>
      <RecordHeader
        list="duty-conflicts"
        id={conflict.id}
        listHref="/duty-conflicts"
        goTo={(id) => router.history.push(`/duty-conflicts/${id}`)}
        title={t('duty.pairOf', { a: word(permission_a), b: word(permission_b) })}
        tags={<Tag tone={ended_at ? 'neutral' : 'ok'}>{t(ended_at ? 'duty.ended' : 'duty.inForce')}</Tag>}
        actions={
          <ActionBar
            allowed={conflict.allowed_actions}
            actions={[
              {
                action: 'end',
                label: t('duty.end'),
                danger: true,
                form: (done) => <EndForm conflict={conflict} done={done} />,
              },
            ]}
          />
        }
      />
      <section className="zd-panel zd-inset zd-stack">
        <Facts
          items={[
            { label: t('duty.reason'), value: conflict.reason, wide: true },
            {
              label: t('duty.clauses'),
              value: clauses.length > 0 ? <ClauseList clauses={clauses} /> : t('duty.ownRule'),
              wide: true,
            },
            { label: t('duty.since'), value: <TimeText value={conflict.valid_from} /> },
            ...(ended_at
              ? [
                  { label: t('duty.endedAt'), value: <TimeText value={ended_at} /> },
                  {
                    label: t('duty.endReason'),
                    value: <PlainText value={conflict.end_reason} />,
                    wide: true,
                  },
                ]
              : []),
          ]}
        />
      </section>
      <div className="zd-org-sides">
        <SidePanel permission={permission_a} />
        <SidePanel permission={permission_b} />
      </div>
    </>
  );
}

export function DutyPage() {
  const { id } = useParams({ from: '/_app/duty-conflicts/$id' });
  const conflict = useDutyConflict(id);
  return (
    <div className="zd-page">
      <QueryGate query={conflict}>{(found) => <DutyBody key={found.id} conflict={found} />}</QueryGate>
    </div>
  );
}
