const names = ['period', 'from', 'to', 'department_id', 'module', 'rule'] as const;

/**
 * All that the page shows is in its address: the days, of whom, which rules, the rule shown person by person, and
 * whether rules of which nothing was counted stand there as well. What days it means is read by `asked.ts`, which
 * is loaded with the page.
 */
export type ComplianceSearch = { [K in (typeof names)[number]]?: string } & { all?: boolean };

export function complianceSearch(raw: Record<string, unknown>): ComplianceSearch {
  const found: ComplianceSearch = raw.all === true ? { all: true } : {};
  for (const name of names) {
    const value = raw[name];
    if (typeof value === 'string' && value) found[name] = value;
  }
  return found;
}
