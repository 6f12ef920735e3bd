import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { MoneyText, PlainText } from '@/shared/ui/values/values';

type Content = Record<string, unknown>;
type Money = components['schemas']['Money'];

/** What names a request best, of each kind of record; of another kind its first words do. */
const telling: Record<string, readonly string[]> = {
  'client-loan': ['kind', 'wanted'],
  'client-destruction': ['client_number', 'ground'],
  'client-disclosure': ['recipient', 'purpose'],
};
/** The order in which the fields are read; what a kind has besides follows. */
const order: Record<string, readonly string[]> = {
  'client-loan': ['number', 'kind', 'wanted', 'purpose', 'due_on'],
  'client-disclosure': [
    'number',
    'recipient_kind',
    'recipient',
    'purpose',
    'ground',
    'legal_basis',
    'sections',
    'provision_form',
    'files',
  ],
  'client-destruction': ['number', 'client_number', 'ground', 'reason', 'idle_since', 'content_sha256'],
};

const isChoice = (value: string) => /^[A-Z][A-Z0-9_]*$/.test(value);

/** A record that is named among others goes by its number. */
function numberOf(value: object): string | null {
  const number: unknown = Reflect.get(value, 'number');
  return typeof number === 'string' ? number : null;
}

function isMoney(value: unknown): value is Money {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'amount') === 'string' &&
    typeof Reflect.get(value, 'currency') === 'string'
  );
}

export function fieldsOf(kind: string, content: Content): string[] {
  const first = (order[kind] ?? []).filter((field) => field in content);
  return [...first, ...Object.keys(content).filter((field) => !first.includes(field))];
}

/** What a field of a submitted record is called; one that the texts do not know is called by its key. */
export function useContentField(kind: string): (field: string) => string {
  const { t } = useTranslation('approvals');
  return useCallback(
    (field) =>
      t(`content.${kind}.field.${field}` as 'content.client-loan.field.kind', { defaultValue: field }),
    [t, kind],
  );
}

/** A value of a submitted record in words; null where there is none. */
function useSay(): (kind: string, field: string, value: unknown) => string | null {
  const { t } = useTranslation(['approvals', 'common']);
  return useCallback(
    (kind, field, value) => {
      const say = (one: unknown): string | null => {
        if (one === null || one === undefined || one === '') return null;
        if (typeof one === 'boolean') return one ? t('common:value.yes') : t('common:value.no');
        if (Array.isArray(one)) return one.map(say).join(t('common:value.separator'));
        if (typeof one === 'object') return numberOf(one) ?? JSON.stringify(one);
        const text = String(one);
        const key = `content.${kind}.value.${field}.${text}`;
        return isChoice(text)
          ? t(key as 'content.client-loan.value.kind.LOAN', { defaultValue: text })
          : text;
      };
      return say(value);
    },
    [t],
  );
}

type ValueProps = { kind: string; field: string; value: unknown };

export function ContentValue({ kind, field, value }: ValueProps) {
  const say = useSay();
  if (isMoney(value)) return <MoneyText value={value} />;
  return <PlainText value={say(kind, field, value)} />;
}

/** The most telling line of what is asked. */
export function useTelling(): (kind: string, content: Content) => string {
  const say = useSay();
  return useCallback(
    (kind, content) => {
      const fields = telling[kind] ?? Object.keys(content).slice(0, 2);
      const said = fields.map((field) => say(kind, field, content[field])).filter((one) => one !== null);
      return said.join(' · ');
    },
    [say],
  );
}
