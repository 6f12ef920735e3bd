import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
type Role = Pick<Schemas['Role'], 'id' | 'name' | 'permissions'>;

export type Source = { id: string; name: string; isWanted: boolean };
export type Side = { permission: string; from: Source[] };

function side(permission: string, wanted: Role, held: readonly Role[]): Side {
  const gives = (role: Role) => role.permissions.some((one) => one.permission === permission);
  const others = held.filter(({ id }) => id !== wanted.id);
  return {
    permission,
    from: [
      ...(gives(wanted) ? [{ id: wanted.id, name: wanted.name, isWanted: true }] : []),
      ...others.filter(gives).map(({ id, name }) => ({ id, name, isWanted: false })),
    ],
  };
}

/**
 * Which roles the two permissions of a refused grant come from. A side without a role stands for what is
 * held by delegation, which no role accounts for.
 */
export function collisionOf(
  params: Readonly<Record<string, unknown>>,
  wanted: Role | undefined,
  held: readonly Role[],
): [Side, Side] | null {
  const { permission_a: a, permission_b: b } = params;
  if (!wanted || typeof a !== 'string' || typeof b !== 'string') return null;
  return [side(a, wanted, held), side(b, wanted, held)];
}
