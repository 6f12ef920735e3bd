import { type Field, pathOf, type Values } from './fields';

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(values: unknown, name: string): unknown {
  return pathOf(name).reduce<unknown>((held, step) => (isObject(held) ? held[step] : undefined), values);
}

/** A copy with one value set; the objects on the way are made where they are missing. */
export function withValue(values: Values, name: string, value: unknown): Values {
  const [step = '', ...rest] = pathOf(name);
  if (rest.length === 0) return { ...values, [step]: value };
  const inner = values[step];
  return { ...values, [step]: withValue(isObject(inner) ? inner : {}, rest.join('.'), value) };
}

/** What the service would keep: text without edges, and nothing at all as null. */
export function settled(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value) && value.length === 0) return [];
  return value;
}

export function sameValue(a: unknown, b: unknown): boolean {
  const [left, right] = [settled(a), settled(b)];
  if (Array.isArray(left) && right === null) return left.length === 0;
  if (Array.isArray(right) && left === null) return right.length === 0;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((one, place) => sameValue(one, right[place]));
  }
  if (isObject(left) && isObject(right)) {
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
      sameValue(left[key], right[key]),
    );
  }
  return left === right;
}

/** The JSON merge patch from `base` to `mine`: only what changed, null where a value was cleared. */
export function mergePatch(fields: readonly Field[], base: Values, mine: Values): Values {
  return fields.reduce<Values>((patch, { name }) => {
    const value = valueAt(mine, name);
    return sameValue(valueAt(base, name), value) ? patch : withValue(patch, name, settled(value));
  }, {});
}

/** The body of a create: what was filled in, and nothing else. */
export function filledIn(fields: readonly Field[], mine: Values): Values {
  return fields.reduce<Values>((body, { name }) => {
    const value = settled(valueAt(mine, name));
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    return isEmpty ? body : withValue(body, name, value);
  }, {});
}

export type Conflict = { field: Field; mine: unknown; theirs: unknown };

/** Fields that both sides changed since `base`, to different values: only these need a person to decide. */
export function conflictsOf(
  fields: readonly Field[],
  base: Values,
  mine: Values,
  theirs: Values,
): Conflict[] {
  return fields.flatMap((field) => {
    const [from, my, their] = [base, mine, theirs].map((values) => valueAt(values, field.name));
    const isConflict = !sameValue(from, my) && !sameValue(from, their) && !sameValue(my, their);
    return isConflict ? [{ field, mine: my, theirs: their }] : [];
  });
}

/** Their record with my changes on it, except where I chose theirs. */
export function rebased(
  fields: readonly Field[],
  base: Values,
  mine: Values,
  theirs: Values,
  takeTheirs: ReadonlySet<string>,
): Values {
  return fields.reduce<Values>((result, { name }) => {
    const my = valueAt(mine, name);
    const keepMine = !sameValue(valueAt(base, name), my) && !takeTheirs.has(name);
    return keepMine ? withValue(result, name, my) : result;
  }, theirs);
}

/** `/traits/culture` → `traits.culture`, with the escapes of RFC 6901 undone. */
export function nameOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** The field a server pointer falls on; an error inside a list or an amount belongs to the whole of it. */
export function fieldOfPointer(fields: readonly Field[], pointer: string): Field | undefined {
  const name = nameOfPointer(pointer);
  return fields.find((field) => name === field.name || name.startsWith(`${field.name}.`));
}
