import type { Role } from '../roles/queries';
import type { DutyConflict } from './queries';

type Pair = Pick<DutyConflict, 'permission_a' | 'permission_b'>;
type Holder = Pick<Role, 'id' | 'name' | 'permissions'>;

/** The permissions that any of the pairs names, each once, in the order of their codes. */
export function namedPermissions(pairs: readonly Pair[]): string[] {
  return [...new Set(pairs.flatMap((pair) => [pair.permission_a, pair.permission_b]))].sort();
}

/** The pair of two permissions, whichever of them is asked for first. */
export function pairOf<P extends Pair>(pairs: readonly P[], one: string, other: string): P | undefined {
  return pairs.find(
    ({ permission_a: a, permission_b: b }) => (a === one && b === other) || (a === other && b === one),
  );
}

export function rolesWith<R extends Holder>(roles: readonly R[], permission: string): R[] {
  return roles.filter(({ permissions }) => permissions.some((one) => one.permission === permission));
}

export type Excluded<R extends Holder, P extends Pair> = { role: R; pairs: P[] };

/** For each role the others that nobody can hold beside it, with the pairs that forbid it. */
export function excludedRoles<R extends Holder, P extends Pair>(
  roles: readonly R[],
  pairs: readonly P[],
): { role: R; excluded: Excluded<R, P>[] }[] {
  const has = ({ permissions }: R, code: string) => permissions.some((one) => one.permission === code);
  const clashes = (one: R, other: R) =>
    pairs.filter(
      ({ permission_a: a, permission_b: b }) =>
        (has(one, a) && has(other, b)) || (has(one, b) && has(other, a)),
    );
  return roles.flatMap((role) => {
    const excluded = roles
      .filter(({ id }) => id !== role.id)
      .map((other) => ({ role: other, pairs: clashes(role, other) }))
      .filter((found) => found.pairs.length > 0);
    return excluded.length > 0 ? [{ role, excluded }] : [];
  });
}
