import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWord } from '@/shared/ui/record/field-words';
import type { Field, Section } from '@/shared/ui/record-form/fields';
import { useChoices } from '../choices';
import { type ContentField, contentSections } from '../contents';

type Made = { label: (name: string) => string; options: ReturnType<typeof useChoices>['options'] };

function fieldOf({ name, kind, max }: ContentField, { label, options }: Made): Field {
  const base = { name, label: label(name) };
  switch (kind) {
    case 'kind':
      return { ...base, kind: 'choice', options: options('kind'), required: true };
    case 'tel':
    case 'url':
      return { ...base, kind: 'text', type: kind === 'tel' ? 'tel' : 'text', max };
    case 'number':
      return { ...base, kind: 'number', min: 0, max: 10_000_000 };
    case 'text':
      return { ...base, kind: 'text', max, required: name === 'name' };
    case 'long-text':
      return { ...base, kind: 'long-text', max };
    default:
      return { ...base, kind };
  }
}

type Asked = {
  /** A private person's file has fewer fields. */
  isPerson: boolean;
  /** Fields that the person sees only in part, and so cannot change. */
  masked?: readonly string[];
  /** Fields that are not for this person to fill in. */
  without?: readonly string[];
};

/** The contents of a file as a form. */
export function useContentSections({ isPerson, masked, without }: Asked): Section[] {
  const { t } = useTranslation(['clients', 'client-record']);
  const label = useFieldWord('client');
  const { options } = useChoices();
  const hidden = JSON.stringify(masked ?? []);
  const omitted = JSON.stringify(without ?? []);
  return useMemo(() => {
    const withheld = JSON.parse(hidden) as string[];
    const left = JSON.parse(omitted) as string[];
    return contentSections
      .map(({ id, fields }) => ({
        id,
        title: t(`clients:section.${id}`),
        fields: fields
          .filter(({ name, institution }) => !(isPerson && institution) && !left.includes(name))
          .map((field) => {
            // Several texts stand side by side: a file has dozens, and one column of them has no end.
            const made = { ...fieldOf(field, { label, options }), wide: fields.length === 1 };
            return withheld.includes(field.name)
              ? { ...made, disabled: true, help: t('client-record:hanging.withheld') }
              : made;
          }),
      }))
      .filter(({ fields }) => fields.length > 0);
  }, [t, isPerson, hidden, omitted, label, options]);
}
