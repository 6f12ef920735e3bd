type Change = { field: string; before?: unknown; after?: unknown };

export function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Fields that hold the id of something with a name. */
export const namedFields = ['owner_id', 'department_id', 'site_id', 'merged_into_id'] as const;
export type NamedField = (typeof namedFields)[number];

export function isNamed(field: string): field is NamedField {
  return namedFields.some((one) => one === field);
}

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function isId(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isId) : typeof value === 'string' && id.test(value);
}

/** An id says nothing to a reader. Which contact it was, the other fields of the change say. */
function isBareId({ field, before, after }: Change): boolean {
  return !isNamed(field) && (/(^|[._])id$/.test(field) || isId(before) || isId(after));
}

/**
 * The changes as people read them: the trail tells an amount and its currency apart, which is one change to
 * a reader, and a new file with every field, of which most were left empty.
 */
export function told(changes: readonly Change[]): Change[] {
  return changes
    .filter(
      (change) =>
        !change.field.endsWith('.currency') &&
        !(isNothing(change.before) && isNothing(change.after)) &&
        !isBareId(change),
    )
    .map(({ field, before, after }) => {
      if (!field.endsWith('.amount')) return { field, before, after };
      const money = (amount: unknown) => (isNothing(amount) ? null : { amount });
      return { field: field.replace(/\.amount$/, ''), before: money(before), after: money(after) };
    });
}
