type Change = { field: string; before?: unknown; after?: unknown };

export function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/**
 * The changes as people read them: the trail tells an amount and its currency apart, which is one change to
 * a reader, and a new file with every field, of which most were left empty.
 */
export function told(changes: readonly Change[]): Change[] {
  return changes
    .filter(
      ({ field, before, after }) => !field.endsWith('.currency') && !(isNothing(before) && isNothing(after)),
    )
    .map(({ field, before, after }) => {
      if (!field.endsWith('.amount')) return { field, before, after };
      const money = (amount: unknown) => (isNothing(amount) ? null : { amount });
      return { field: field.replace(/\.amount$/, ''), before: money(before), after: money(after) };
    });
}
