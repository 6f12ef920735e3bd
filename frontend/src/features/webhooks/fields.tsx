import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section } from '@/shared/ui/record-form/fields';
import { EventTypePicker, useTypeWord } from './event-types';
import type { Webhook } from './queries';

export const webhookValues = ({ name, url, types }: Webhook) => ({ name, url, types });

export function useWebhookSections(): Section[] {
  const { t } = useTranslation('webhooks');
  const word = useTypeWord();
  return useMemo(
    () => [
      {
        id: 'webhook',
        title: t('form.where'),
        fields: [
          {
            kind: 'text',
            name: 'name',
            label: t('name'),
            help: t('form.nameHint'),
            required: true,
            max: 100,
          },
          {
            kind: 'text',
            name: 'url',
            label: t('url'),
            help: t('form.urlHint'),
            required: true,
            type: 'url',
            wide: true,
            max: 2000,
          },
        ],
      },
      {
        id: 'types',
        title: t('form.what'),
        hint: t('form.typesHint'),
        fields: [
          {
            kind: 'custom',
            name: 'types',
            label: t('types.title'),
            wide: true,
            control: <EventTypePicker />,
            show: (value) =>
              Array.isArray(value) && value.length > 0
                ? value.map((one) => word(String(one))).join(t('separator'))
                : t('types.all'),
          },
        ],
      },
    ],
    [t, word],
  );
}
