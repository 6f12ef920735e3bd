import { useRouter } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { daysFromToday } from '@/shared/format/date';
import type { Section, Values } from '@/shared/ui/record-form/fields';
import { LeaveGuard } from '@/shared/ui/record-form/leave-guard';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { PermissionChoice } from '../permission-choice';
import { type ApiKey, useApiKeysChanged } from './queries';
import { SecretPanel } from './secret-panel';

type Input = components['schemas']['ApiKeyInput'];

/** Short enough that a forgotten key dies by itself; the service takes up to a year. */
const usualDays = 90;

function useSections(): Section[] {
  const { t } = useTranslation('lending');
  return useMemo(
    () => [
      {
        id: 'key',
        title: t('key.what'),
        fields: [
          {
            kind: 'text',
            name: 'name',
            label: t('key.name'),
            help: t('key.nameHint'),
            required: true,
            max: 60,
          },
          {
            kind: 'date',
            name: 'expires_on',
            label: t('key.expires'),
            help: t('key.expiresHint'),
            required: true,
          },
        ],
      },
      {
        id: 'scopes',
        title: t('permission.title'),
        hint: t('key.scopesHint'),
        fields: [
          {
            kind: 'custom',
            name: 'permissions',
            label: t('permission.title'),
            required: true,
            wide: true,
            control: <PermissionChoice to="MACHINE" label={t('permission.title')} />,
            show: (value) => String(value),
          },
        ],
      },
    ],
    [t],
  );
}

/** Keeps the secret on the screen until it was copied, or until the person says that it was kept. */
function Made({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('lending');
  const router = useRouter();
  const isKept = useRef(!apiKey.secret);
  const done = () => {
    isKept.current = true;
    router.history.replace(`/api-keys/${apiKey.id}`);
  };
  const keep = () => {
    isKept.current = true;
  };
  return (
    <>
      <SecretPanel apiKey={apiKey} onKept={keep} onDone={done} />
      <LeaveGuard isDirty={() => !isKept.current} title={t('key.leave')} hint={t('key.leaveHint')} />
    </>
  );
}

export function ApiKeyCreatePage() {
  const { t } = useTranslation('lending');
  const router = useRouter();
  const changed = useApiKeysChanged();
  const sections = useSections();
  const initial = useMemo<Values>(() => ({ expires_on: daysFromToday(usualDays) }), []);
  const [made, setMade] = useState<ApiKey | null>(null);
  return (
    <div className="zd-page">
      <h1>{t('key.create')}</h1>
      {made ? (
        <Made apiKey={made} />
      ) : (
        <RecordForm
          label={t('key.create')}
          sections={sections}
          initial={initial}
          target={{
            mode: 'CREATE',
            save: async (body: Input, key) => {
              const answered = await answer(
                api.POST('/api/v1/api-keys', { headers: idempotencyKey(key), body }),
              );
              await changed();
              return answered;
            },
          }}
          submitLabel={t('key.createNow')}
          onSaved={setMade}
          onCancel={() => router.history.push('/api-keys')}
        />
      )}
    </div>
  );
}
