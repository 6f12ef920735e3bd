import { useTranslation } from 'react-i18next';
import { MoneyText, PlainText } from '@/shared/ui/values/values';
import type { Parameter } from './queries';

/** A parameter's figure with its unit, whatever its type. */
export function Figure({ of: parameter, value }: { of: Parameter; value: Parameter['current'] }) {
  const { t } = useTranslation('handbook');
  if (typeof value === 'boolean') return <>{value ? t('figure.yes') : t('figure.no')}</>;
  if (typeof value === 'object') return <MoneyText value={value} />;
  const choice = parameter.choices.find((one) => one.value === value);
  const shown = choice ? choice.name : String(value);
  return (
    <>
      <PlainText value={shown} /> {parameter.type === 'TEXT' ? null : parameter.unit}
    </>
  );
}
