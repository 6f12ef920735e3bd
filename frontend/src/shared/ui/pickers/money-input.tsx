import { Input } from 'antd';
import { useState } from 'react';
import type { components } from '@/shared/api/schema';
import { currencySymbol, groupAmount, readAmount } from '@/shared/format/money';

type Money = components['schemas']['Money'];
type Props = {
  value?: Money | null;
  onChange?: (value: Money | null) => void;
  currency?: Money['currency'];
  id?: string;
  disabled?: boolean;
  'aria-label'?: string;
};

/** An amount as text from end to end. What cannot be read as one is handed on, for the field rule to refuse. */
export function MoneyInput({ value, onChange, currency = 'CNY', ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value ? groupAmount(value.amount) : '');
  const change = (text: string) => {
    setTyped(text);
    const amount = text.trim() === '' ? null : (readAmount(text) ?? text);
    onChange?.(amount === null ? null : { amount, currency: value?.currency ?? currency });
  };
  return (
    <Input
      {...rest}
      inputMode="decimal"
      prefix={currencySymbol(value?.currency ?? currency)}
      value={shown}
      onChange={({ target }) => change(target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
