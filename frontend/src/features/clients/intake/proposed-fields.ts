import { contentSections } from '../contents';

export type Proposed = { field: string; current?: unknown; proposed?: unknown };
type Proposal = { changes: readonly Proposed[]; payload: object };

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('amount' in value);
}

/** The payload field by field, for when there is nothing to compare with any more. */
function flat(payload: object, path = ''): Proposed[] {
  return Object.entries(payload).flatMap(([name, value]) =>
    isGroup(value) ? flat(value, `${path}${name}.`) : [{ field: `${path}${name}`, proposed: value }],
  );
}

const fileOrder: readonly string[] = contentSections.flatMap(({ fields }) => fields.map(({ name }) => name));

/**
 * What a submission proposes: against the file while it is pending, as it was written afterwards; in the order
 * in which people fill it in, what has no place there last.
 */
export function proposedFields({ changes, payload }: Proposal, order = fileOrder): readonly Proposed[] {
  const place = ({ field }: Proposed) => (order.includes(field) ? order.indexOf(field) : order.length);
  const fields = changes.length > 0 ? changes : flat(payload);
  return fields.toSorted((one, other) => place(one) - place(other));
}
