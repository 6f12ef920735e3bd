import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Section, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { useChoices } from '../choices';
import { useClientsChanged } from '../queries';
import { DuplicateWarning, useDuplicateReason, useDuplicates } from './duplicates';
import { useContentSections } from './sections';

type NewClient = components['schemas']['NewClient'];

/** Who looks after the new client, and where one that looks the same exists, why it is another. */
function useCustody(hasDuplicates: boolean): Section {
  const { t } = useTranslation('client-record');
  const { options } = useChoices();
  const reason = useDuplicateReason();
  return useMemo(() => {
    return {
      id: 'custody',
      title: t('form.custody'),
      fields: [
        { kind: 'choice', name: 'state', label: t('act.state'), options: options('state') },
        { kind: 'person', name: 'owner_id', label: t('side.owner'), help: t('form.ownerHint') },
        ...(hasDuplicates ? [reason] : []),
      ],
    };
  }, [t, hasDuplicates, options, reason]);
}

export function ClientCreatePage() {
  const { t } = useTranslation('client-record');
  const navigate = useNavigate();
  const can = useCan();
  const changed = useClientsChanged();
  // A group-buying specialist begins files of group-buy clients, and no others (B-CRM-01).
  const groupBuy = can('client.create-group-buy') && !can('client.maintain');
  const initial = useMemo<Values>(
    () => ({ kind: 'INSTITUTION', state: 'POTENTIAL', group_buy: groupBuy }),
    [groupBuy],
  );
  const [values, setValues] = useState<Values>(initial);
  const duplicates = useDuplicates(values);
  const contents = useContentSections({ isPerson: values.kind === 'INDIVIDUAL' });
  const custody = useCustody(duplicates.length > 0);
  const sections = useMemo(() => {
    const [first, ...rest] = contents;
    return first ? [first, custody, ...rest] : [custody];
  }, [contents, custody]);
  const open = useCallback(
    ({ id }: { id: string }) => {
      navigate({ to: '/clients/$id', params: { id }, replace: true });
    },
    [navigate],
  );
  return (
    <div className="zd-page">
      <h1>{t('form.create')}</h1>
      <DuplicateWarning matches={duplicates} />
      <RecordForm
        label={t('form.create')}
        sections={sections}
        initial={initial}
        target={{
          mode: 'CREATE',
          save: async (body: Values, key) => {
            const client = await answer(
              api.POST('/api/v1/clients', {
                params: { header: idempotencyKey(key) },
                body: {
                  ...(body as NewClient),
                  confirm_duplicates: typeof body.duplicate_reason === 'string',
                },
              }),
            );
            await changed();
            return client;
          },
        }}
        draft={{ kind: 'client.create', key: 'new' }}
        submitLabel={t('form.createNow')}
        onSaved={open}
        onCancel={() => navigate({ to: '/clients' })}
        onValues={setValues}
      />
    </div>
  );
}
