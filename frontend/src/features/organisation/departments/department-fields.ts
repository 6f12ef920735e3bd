import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import type { Department } from './queries';

export function departmentValues({ code, name, parent_id, head }: Department): Values {
  return { code, name, parent_id: parent_id ?? null, head_person_id: head?.id ?? null };
}

function useParentField(): Field {
  const { t } = useTranslation('organisation');
  return useMemo(
    () => ({
      kind: 'department',
      name: 'parent_id',
      label: t('department.parent'),
      help: t('department.parentHint'),
    }),
    [t],
  );
}

export function useDepartmentSections(): Section[] {
  const { t } = useTranslation('organisation');
  const parent = useParentField();
  return useMemo(
    () => [
      {
        id: 'department',
        title: t('department.facts'),
        fields: [
          { kind: 'text', name: 'name', label: t('department.name'), required: true, max: 100 },
          {
            kind: 'text',
            name: 'code',
            label: t('department.code'),
            help: t('form.codeHint'),
            required: true,
            max: 60,
          },
          parent,
          { kind: 'person', name: 'head_person_id', label: t('department.head') },
        ],
      },
    ],
    [t, parent],
  );
}

/** Where it stands, and nothing else. */
export function useMoveSections(): Section[] {
  const { t } = useTranslation('organisation');
  const parent = useParentField();
  return useMemo(
    () => [{ id: 'move', title: t('department.move'), fields: [{ ...parent, wide: true }] }],
    [t, parent],
  );
}
