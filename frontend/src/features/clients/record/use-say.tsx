import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../choices';
import { secretContents } from './item-secrecy';
import { NameOf } from './name-of';
import { sayValue } from './say-value';
import { isNamed } from './told-changes';

/** How a value of the trail or of a proposal is shown. */
export function useSay(): (field: string, value: unknown) => ReactNode {
  const { t } = useTranslation(['common', 'client-record']);
  const { word } = useChoices();
  return (field, value) => {
    if (isNamed(field) && typeof value === 'string') return <NameOf field={field} id={value} />;
    const content = field.endsWith('.secret_content') && secretContents.find((one) => one === value);
    if (content) return t(`client-record:item.contents.${content}`);
    return sayValue(field, value, {
      word,
      yes: t('common:value.yes'),
      no: t('common:value.no'),
      nothing: t('common:value.missing'),
      separator: t('common:value.separator'),
    });
  };
}
