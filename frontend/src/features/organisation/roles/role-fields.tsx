import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import type { Section, Values } from '@/shared/ui/record-form/fields';
import { clearances, useWords } from '../parts/words';
import { PermissionPicker } from './permission-picker';
import type { Role, RolePermission } from './queries';

export function roleValues({ code, name, description, clearance, permissions }: Role): Values {
  return { code, name, description, clearance, permissions };
}

export function useRoleSections(): Section[] {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const word = usePermissionWord();
  return useMemo(
    () => [
      {
        id: 'role',
        title: t('role.facts'),
        fields: [
          { kind: 'text', name: 'name', label: t('role.name'), required: true, max: 100 },
          {
            kind: 'text',
            name: 'code',
            label: t('role.code'),
            help: t('form.codeHint'),
            required: true,
            max: 60,
          },
          {
            kind: 'choice',
            name: 'clearance',
            label: t('role.clearance'),
            help: t('role.clearanceHint'),
            required: true,
            options: clearances.map((value) => ({ value, label: words.clearance(value) })),
          },
          { kind: 'long-text', name: 'description', label: t('role.description'), max: 1000 },
        ],
      },
      {
        id: 'permissions',
        title: t('role.permissions'),
        hint: t('role.permissionsHint'),
        fields: [
          {
            kind: 'custom',
            name: 'permissions',
            label: t('role.findPermission'),
            wide: true,
            control: <PermissionPicker />,
            show: (value) =>
              ((value as RolePermission[] | null) ?? [])
                .map(({ permission, scope }) => `${word(permission)} (${words.scope(scope)})`)
                .join(t('separator')),
          },
        ],
      },
    ],
    [t, words, word],
  );
}
