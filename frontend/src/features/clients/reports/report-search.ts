const pattern = /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/;

export function reportSearch(raw: Record<string, unknown>): { period?: string } {
  // A year alone is read as a number from the address.
  const period = String(raw.period ?? '');
  return pattern.test(period) ? { period } : {};
}
