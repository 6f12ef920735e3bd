import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, RefText, TimeText } from '@/shared/ui/values/values';
import { GrantedList } from '../granted-list';
import { type ApiKey, revokeApiKey, useApiKey, useApiKeysChanged } from './queries';
import { keyStandingOf, keyTones } from './standing';

function Actions({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('lending');
  const changed = useApiKeysChanged();
  const revoke = async (reason: string, key: string) => {
    await revokeApiKey(apiKey, { reason }, key);
    await changed();
  };
  return (
    <ActionBar
      allowed={apiKey.allowed_actions}
      actions={[
        {
          action: 'revoke',
          label: t('key.revoke'),
          danger: true,
          form: (done) => (
            <ReasonForm
              label={t('key.revoke')}
              hint={t('key.revokeHint')}
              save={revoke}
              said={t('key.revoked')}
              done={done}
            />
          ),
        },
      ]}
    />
  );
}

function useFacts(apiKey: ApiKey): Fact[] {
  const { t } = useTranslation('lending');
  const { owner, last_used_at } = apiKey;
  const facts: Fact[] = [
    {
      label: t('key.owner'),
      value: (
        <RecordLink type="person" id={owner.id}>
          {owner.name}
        </RecordLink>
      ),
    },
    { label: t('key.prefix'), value: <code className="zd-mono">{apiKey.prefix}…</code> },
    { label: t('key.expires'), value: <DateText value={apiKey.expires_on} due={apiKey.active} /> },
    {
      label: t('key.lastUsed'),
      value: last_used_at ? <TimeText value={last_used_at} /> : t('key.neverUsed'),
    },
    { label: t('created'), value: <TimeText value={apiKey.created_at} /> },
  ];
  if (!apiKey.revoked_at) return facts;
  return [
    ...facts,
    { label: t('revokedAt'), value: <TimeText value={apiKey.revoked_at} /> },
    { label: t('revokedBy'), value: <RefText value={apiKey.revoked_by} /> },
    { label: t('revokeReason'), value: apiKey.revoke_reason, wide: true },
  ];
}

function Body({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('lending');
  const router = useRouter();
  const facts = useFacts(apiKey);
  const standing = keyStandingOf(apiKey);
  return (
    <>
      <RecordHeader
        list="api-keys"
        id={apiKey.id}
        listHref="/api-keys"
        goTo={(id) => router.history.push(`/api-keys/${id}`)}
        title={apiKey.name}
        tags={<Tag tone={keyTones[standing]}>{t(`key.is.${standing}`)}</Tag>}
        actions={<Actions apiKey={apiKey} />}
      />
      <section className="zd-panel zd-inset zd-stack">
        <Facts items={facts} />
      </section>
      <section className="zd-panel zd-inset zd-stack">
        <h2>{t('permission.title')}</h2>
        <p className="zd-muted">{t('key.reach', { name: apiKey.owner.name })}</p>
        <GrantedList permissions={apiKey.permissions} />
      </section>
    </>
  );
}

export function ApiKeyPage() {
  const { id } = useParams({ strict: false });
  const apiKey = useApiKey(id ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={apiKey}>{(found) => <Body key={found.id} apiKey={found} />}</QueryGate>
    </div>
  );
}
