import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { useDepartments, usePersonName } from '../pickers/names';
import { DateText, MoneyText, PlainText } from '../values/values';
import type { Field, FieldValue } from './fields';

function PersonName({ id }: { id: string }) {
  return <PlainText value={usePersonName(id)} />;
}

function DepartmentName({ id }: { id: string }) {
  const departments = useDepartments();
  return <PlainText value={departments.data?.items.find((one) => one.id === id)?.name} />;
}

/** A field's value in words, as the two versions of a stale save are compared. */
export function FieldText({ field, value }: { field: Field; value: FieldValue }) {
  const { t } = useTranslation();
  if (value === null || value === undefined || value === '') return <PlainText value={null} />;
  switch (field.kind) {
    case 'money':
      return <MoneyText value={value as components['schemas']['Money']} />;
    case 'date':
      return <DateText value={String(value)} />;
    case 'person':
      return <PersonName id={String(value)} />;
    case 'department':
      return <DepartmentName id={String(value)} />;
    case 'yes-no':
      return <>{value ? t('value.yes') : t('value.no')}</>;
    case 'tags':
      return <>{(value as string[]).join(t('value.separator'))}</>;
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? value : [value];
      const labels = field.options
        .filter((option) => chosen.includes(option.value))
        .map(({ label }) => label);
      return <>{labels.join(t('value.separator'))}</>;
    }
    case 'custom':
      return <>{field.show(value)}</>;
    default:
      return <>{String(value)}</>;
  }
}
