import { useRouter } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoles } from '@/features/organisation/public';
import { useMe } from '@/features/session/public';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { formatTime } from '@/shared/format/date';
import { TimeInput } from '@/shared/ui/pickers/time-input';
import type { Section, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { PermissionChoice } from '../permission-choice';
import { useOffers } from '../permissions';
import { useDelegationsChanged } from './queries';

type Input = components['schemas']['DelegationInput'];
type ChoiceProps = { id?: string; value?: string[]; onChange?: (value: string[]) => void };

/** The roles a person holds, each as a short way to tick what can be lent of it. */
function RoleShortcuts({ value = [], onChange }: ChoiceProps) {
  const { t } = useTranslation('lending');
  const me = useMe();
  const { groups } = useOffers('COLLEAGUE');
  const roles = useRoles();
  const free = new Set(
    groups.flatMap(({ offers }) => offers.flatMap(({ code, hindrance }) => (hindrance ? [] : [code]))),
  );
  const mine = (roles.data?.items ?? []).filter(({ id }) => me.data?.roles.some((held) => held.id === id));
  if (mine.length === 0) return null;
  return (
    <div className="zd-row" style={{ marginBottom: 8 }}>
      <span className="zd-muted">{t('permission.byRole')}</span>
      {mine.map(({ id, name, permissions }) => {
        const codes = permissions.map(({ permission }) => permission).filter((code) => free.has(code));
        return (
          <Button
            key={id}
            size="small"
            disabled={codes.length === 0}
            onClick={() => onChange?.([...new Set([...value, ...codes])])}
          >
            {name}
          </Button>
        );
      })}
    </div>
  );
}

function LentPermissions(props: ChoiceProps) {
  const { t } = useTranslation('lending');
  return (
    <>
      <RoleShortcuts {...props} />
      <PermissionChoice {...props} to="COLLEAGUE" label={t('permission.title')} />
    </>
  );
}

function useSections(): Section[] {
  const { t } = useTranslation('lending');
  return useMemo(() => {
    const showTime = (value: unknown) => (typeof value === 'string' ? formatTime(value) : '');
    return [
      {
        id: 'who',
        title: t('delegation.whoAndWhen'),
        fields: [
          {
            kind: 'person',
            name: 'to_person_id',
            label: t('delegation.delegate'),
            required: true,
            wide: true,
          },
          {
            kind: 'custom',
            name: 'valid_from',
            label: t('delegation.from'),
            help: t('delegation.fromHint'),
            control: <TimeInput />,
            show: showTime,
          },
          {
            kind: 'custom',
            name: 'valid_until',
            label: t('delegation.until'),
            help: t('delegation.untilHint'),
            required: true,
            control: <TimeInput />,
            show: showTime,
          },
          { kind: 'long-text', name: 'reason', label: t('reason'), required: true, max: 500 },
        ],
      },
      {
        id: 'what',
        title: t('delegation.what'),
        hint: t('delegation.whatHint'),
        fields: [
          {
            kind: 'custom',
            name: 'permissions',
            label: t('permission.title'),
            required: true,
            wide: true,
            control: <LentPermissions />,
            show: (value) => String(value),
          },
        ],
      },
    ];
  }, [t]);
}

const nothing: Values = {};

export function DelegationCreatePage() {
  const { t } = useTranslation('lending');
  const router = useRouter();
  const { message } = App.useApp();
  const changed = useDelegationsChanged();
  const sections = useSections();
  const open = useCallback(
    ({ id }: { id: string }) => router.history.replace(`/delegations/${id}`),
    [router],
  );
  return (
    <div className="zd-page">
      <h1>{t('delegation.create')}</h1>
      <p className="zd-muted">{t('delegation.createHint')}</p>
      <RecordForm
        label={t('delegation.create')}
        sections={sections}
        initial={nothing}
        target={{
          mode: 'CREATE',
          save: async (body: Input, key) => {
            const made = await answer(
              api.POST('/api/v1/delegations', { headers: idempotencyKey(key), body }),
            );
            message.success(t('delegation.created'));
            await changed();
            return made;
          },
        }}
        submitLabel={t('delegation.createNow')}
        onSaved={open}
        onCancel={() => router.history.push('/delegations')}
      />
    </div>
  );
}
