/** Amounts are strings from end to end; these functions never make a number of one. */
const pattern = /^-?\d+(\.\d+)?$/;

export function isAmount(text: string): boolean {
  return pattern.test(text);
}

/** `1234567.5` → `1,234,567.50`; a fraction longer than the scale is kept, never rounded. */
export function groupAmount(amount: string, scale = 2): string {
  if (!isAmount(amount)) return amount;
  const negative = amount.startsWith('-');
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',');
  const tail = fraction.padEnd(scale, '0');
  return `${negative ? '-' : ''}${grouped}${tail ? `.${tail}` : ''}`;
}

const symbols: Record<string, string> = { CNY: '¥', USD: 'US$', EUR: '€', HKD: 'HK$', TWD: 'NT$' };

export function currencySymbol(currency: string): string {
  return symbols[currency] ?? `${currency} `;
}

/** What a person types (`1，234.5`, `￥ 88`) as a plain amount, or null when it is none. */
export function readAmount(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s,¥$]/g, '');
  if (plain === '' || !isAmount(plain)) return null;
  return plain.replace(/^(-?)0+(?=\d)/, '$1');
}
