import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section } from '@/shared/ui/record-form/fields';
import { grounds } from './words';

/** Why a file is of no keeping value (A-BOR-07). */
export function useReasonSections(title: string): Section[] {
  const { t } = useTranslation('destructions');
  return useMemo(
    () => [
      {
        id: 'why',
        title,
        fields: [
          {
            kind: 'choice',
            name: 'ground',
            label: t('ground'),
            required: true,
            options: grounds.map((value) => ({ value, label: t(`grounds.${value}`) })),
          },
          {
            kind: 'long-text',
            name: 'reason',
            label: t('reason'),
            required: true,
            max: 500,
            help: t('reasonHelp'),
          },
        ],
      },
    ],
    [t, title],
  );
}
