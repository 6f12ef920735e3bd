import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../choices';
import { NameOf } from './name-of';
import { sayValue } from './say-value';
import { isNamed } from './told-changes';

/** How a value of the trail or of a proposal is shown. */
export function useSay(): (field: string, value: unknown) => ReactNode {
  const { t } = useTranslation();
  const { word } = useChoices();
  return (field, value) =>
    isNamed(field) && typeof value === 'string' ? (
      <NameOf field={field} id={value} />
    ) : (
      sayValue(field, value, {
        word,
        yes: t('value.yes'),
        no: t('value.no'),
        nothing: t('value.missing'),
        separator: t('value.separator'),
      })
    );
}
