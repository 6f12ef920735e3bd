import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section, Values } from '@/shared/ui/record-form/fields';
import type { Site } from './queries';

export function siteValues({ code, name, address, telephone }: Site): Values {
  return { code, name, address, telephone };
}

export function useSiteSections(): Section[] {
  const { t } = useTranslation('organisation');
  return useMemo(
    () => [
      {
        id: 'site',
        title: t('site.facts'),
        fields: [
          { kind: 'text', name: 'name', label: t('site.name'), required: true, max: 100 },
          {
            kind: 'text',
            name: 'code',
            label: t('site.code'),
            help: t('form.codeHint'),
            required: true,
            max: 60,
          },
          { kind: 'text', name: 'telephone', label: t('site.telephone'), type: 'tel', max: 40 },
          { kind: 'text', name: 'address', label: t('site.address'), max: 200, wide: true },
        ],
      },
    ],
    [t],
  );
}
