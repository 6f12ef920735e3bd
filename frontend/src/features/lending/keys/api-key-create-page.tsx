import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { daysFromToday } from '@/shared/format/date';
import type { Section, Values } from '@/shared/ui/record-form/fields';
import { NewSecret } from '@/shared/ui/record-form/new-secret';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { PermissionChoice } from '../permission-choice';
import { type ApiKey, useApiKeysChanged } from './queries';

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

function Made({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('lending');
  const router = useRouter();
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="made">
      <h2 id="made">{t('key.made', { name: apiKey.name })}</h2>
      <NewSecret
        label={t('key.secret')}
        value={apiKey.secret}
        once={t('key.once')}
        lost={t('key.secretLost')}
        onward={t('key.toKey')}
        onDone={() => router.history.replace(`/api-keys/${apiKey.id}`)}
      />
    </section>
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
