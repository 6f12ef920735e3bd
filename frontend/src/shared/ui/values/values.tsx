import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { daysUntil, formatTime, formatTimeToSecond } from '@/shared/format/date';
import { currencySymbol, groupAmount } from '@/shared/format/money';
import './values.css';

/** What stands where there is no value, read aloud as such. */
function Missing() {
  const { t } = useTranslation();
  return (
    <span className="zd-muted">
      <span aria-hidden="true">—</span>
      <span className="zd-visually-hidden">{t('value.missing')}</span>
    </span>
  );
}

export function PlainText({ value }: { value: string | number | null | undefined }) {
  return value === null || value === undefined || value === '' ? <Missing /> : <>{value}</>;
}

export function MoneyText({ value }: { value: components['schemas']['Money'] | null | undefined }) {
  if (!value) return <Missing />;
  return (
    <span className="zd-money">
      {currencySymbol(value.currency)}
      {groupAmount(value.amount)}
    </span>
  );
}

/** A calendar day; with `due`, how far off it is, and a warning once it has passed. */
export function DateText({ value, due = false }: { value: string | null | undefined; due?: boolean }) {
  const { t } = useTranslation();
  if (!value) return <Missing />;
  if (!due) return <time dateTime={value}>{value}</time>;
  const days = daysUntil(value);
  const distance =
    days < 0
      ? t('due.overdue', { count: -days })
      : days === 0
        ? t('due.today')
        : t('due.in', { count: days });
  return (
    <span className="zd-due" data-tone={days < 0 ? 'danger' : days <= 7 ? 'warning' : 'none'}>
      <time dateTime={value}>{value}</time> <span>{distance}</span>
    </span>
  );
}

/** From one day to another; a narrow column breaks between the two and never inside one. */
export function DateSpan({ from, to }: { from: string; to: string }) {
  return (
    <>
      <time dateTime={from}>{from}</time> – <time dateTime={to}>{to}</time>
    </>
  );
}

export function TimeText({ value }: { value: string | null | undefined }) {
  if (!value) return <Missing />;
  return (
    <time dateTime={value} title={formatTimeToSecond(value)}>
      {formatTime(value)}
    </time>
  );
}

type MaskedProps = { value: string | null | undefined; masked: boolean };

/** The service masks; this only says that it did, so that nobody takes stars for data. */
export function MaskedText({ value, masked }: MaskedProps) {
  const { t } = useTranslation();
  if (!value) return <Missing />;
  if (!masked) return <>{value}</>;
  return (
    <span title={t('value.maskedHint')}>
      {value} <span className="zd-tag">{t('value.masked')}</span>
    </span>
  );
}

export function RefText({ value }: { value: { name: string } | null | undefined }) {
  return <PlainText value={value?.name} />;
}
