import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { RefText, TimeText } from '@/shared/ui/values/values';
import { GrantedList } from '../granted-list';
import { type Delegation, revokeDelegation, useDelegation, useDelegationsChanged } from './queries';
import { standingOf, standingTones } from './standing';

function Actions({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('lending');
  const changed = useDelegationsChanged();
  const revoke = async (reason: string, key: string) => {
    await revokeDelegation(delegation, { reason }, key);
    await changed();
  };
  return (
    <ActionBar
      allowed={delegation.allowed_actions}
      actions={[
        {
          action: 'revoke',
          label: t('delegation.revoke'),
          danger: true,
          form: (done) => (
            <ReasonForm
              label={t('delegation.revoke')}
              hint={t('delegation.revokeHint', { name: delegation.to.name })}
              save={revoke}
              said={t('delegation.revoked')}
              done={done}
            />
          ),
        },
      ]}
    />
  );
}

function useFacts({ from, to, ...delegation }: Delegation): Fact[] {
  const { t } = useTranslation('lending');
  const person = ({ id, name }: { id: string; name: string }) => (
    <RecordLink type="person" id={id}>
      {name}
    </RecordLink>
  );
  const facts: Fact[] = [
    { label: t('delegation.lender'), value: person(from) },
    { label: t('delegation.delegate'), value: person(to) },
    { label: t('delegation.from'), value: <TimeText value={delegation.valid_from} /> },
    { label: t('delegation.until'), value: <TimeText value={delegation.valid_until} /> },
    { label: t('created'), value: <TimeText value={delegation.created_at} /> },
    { label: t('reason'), value: delegation.reason, wide: true },
  ];
  if (!delegation.revoked_at) return facts;
  return [
    ...facts,
    { label: t('revokedAt'), value: <TimeText value={delegation.revoked_at} /> },
    { label: t('revokedBy'), value: <RefText value={delegation.revoked_by} /> },
    { label: t('revokeReason'), value: delegation.revoke_reason, wide: true },
  ];
}

function Body({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('lending');
  const router = useRouter();
  const facts = useFacts(delegation);
  const standing = standingOf(delegation, new Date());
  return (
    <>
      <RecordHeader
        list="delegations"
        id={delegation.id}
        listHref="/delegations"
        goTo={(id) => router.history.push(`/delegations/${id}`)}
        title={t('delegation.fromTo', { from: delegation.from.name, to: delegation.to.name })}
        tags={<Tag tone={standingTones[standing]}>{t(`delegation.is.${standing}`)}</Tag>}
        actions={<Actions delegation={delegation} />}
      />
      <section className="zd-panel zd-inset zd-stack">
        <Facts items={facts} />
      </section>
      <section className="zd-panel zd-inset zd-stack">
        <h2>{t('permission.title')}</h2>
        <GrantedList permissions={delegation.permissions} />
      </section>
    </>
  );
}

export function DelegationPage() {
  const { id } = useParams({ strict: false });
  const delegation = useDelegation(id ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={delegation}>{(found) => <Body key={found.id} delegation={found} />}</QueryGate>
    </div>
  );
}
