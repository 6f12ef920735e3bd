import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { valueAt } from '@/shared/ui/record-form/merge';
import { DateText, MaskedText, MoneyText, PlainText } from '@/shared/ui/values/values';
import '../clients.css';
import { useChoices } from '../choices';
import type { ContentField } from '../contents';

type Holder = { masked_fields?: readonly string[] };

function isMoney(value: unknown): value is components['schemas']['Money'] {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'amount') === 'string';
}

/** A field of the contents as its reader may see it. */
export function ContentValue({ field, client }: { field: ContentField; client: Holder }) {
  const { t } = useTranslation();
  const { word } = useChoices();
  const value = valueAt(client, field.name);
  if (value === null || value === undefined || value === '') return <PlainText value={null} />;
  switch (field.kind) {
    case 'money':
      return <MoneyText value={isMoney(value) ? value : null} />;
    case 'date':
      return <DateText value={String(value)} />;
    case 'kind':
      return <>{word('kind', String(value))}</>;
    case 'yes-no':
      return <>{value === true ? t('value.yes') : t('value.no')}</>;
    case 'tags':
      return <PlainText value={Array.isArray(value) ? value.join(t('value.separator')) : null} />;
    case 'long-text':
      return <span className="zd-long-text">{String(value)}</span>;
    default:
      return (
        <MaskedText value={String(value)} masked={client.masked_fields?.includes(field.name) ?? false} />
      );
  }
}
