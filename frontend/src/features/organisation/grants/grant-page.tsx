import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { RefLink } from '../parts/ref-link';
import { GrantTimes, RevokeBar, StandingTag } from './grant-entry';
import { type Grant, useGrant } from './queries';

function GrantBody({ grant }: { grant: Grant }) {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const { person, role } = grant;
  return (
    <>
      <RecordHeader
        list="role-grants"
        id={grant.id}
        listHref={`/people/${person.id}`}
        goTo={(id) => router.history.push(`/role-grants/${id}`)}
        title={t('grant.title', { person: person.name, role: role.name })}
        tags={<StandingTag grant={grant} />}
        actions={<RevokeBar grant={grant} label={t('grant.revoke', { name: role.name })} />}
      />
      <section className="zd-panel zd-inset">
        <Facts
          items={[
            { label: t('grant.person'), value: <RefLink type="person" to={person} /> },
            { label: t('grant.role'), value: <RefLink type="role" to={role} /> },
            { label: t('grant.time'), value: <GrantTimes grant={grant} /> },
            {
              label: t('grant.givenBy'),
              value: grant.granted_by ? <RefLink type="person" to={grant.granted_by} /> : t('grant.bySystem'),
            },
            { label: t('grant.givenAt'), value: <TimeText value={grant.granted_at} /> },
            { label: t('form.reason'), value: grant.reason, wide: true },
            { label: t('grant.revokedBy'), value: <RefLink type="person" to={grant.revoked_by} /> },
            { label: t('grant.revokedAt'), value: <TimeText value={grant.revoked_at} /> },
            { label: t('grant.revokeReason'), value: <PlainText value={grant.revoke_reason} />, wide: true },
          ]}
        />
      </section>
    </>
  );
}

/** One grant: where the audit trail and notifications lead. */
export function GrantPage() {
  const { id } = useParams({ from: '/_app/role-grants/$id' });
  const grant = useGrant(id);
  return (
    <div className="zd-page">
      <QueryGate query={grant}>{(found) => <GrantBody key={found.id} grant={found} />}</QueryGate>
    </div>
  );
}
