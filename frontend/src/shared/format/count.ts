const grouped = new Intl.NumberFormat('en-US');

/** `1234567` → `1,234,567`, the same in every language, as amounts are. */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** For a text with `{{count}}`: its plural by the number, written as every figure is. */
export function counted(count: number): { count: number; replace: { count: string } } {
  return { count, replace: { count: formatCount(count) } };
}
