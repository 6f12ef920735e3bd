import type { Scope } from '../parts/words';
import type { RolePermission } from './queries';

type Chosen = readonly RolePermission[];

export function scopeOf(chosen: Chosen, permission: string): Scope | null {
  return chosen.find((one) => one.permission === permission)?.scope ?? null;
}

/** With the permission reaching that far, in its old place where it had one; without it when there is no scope. */
export function withScope(chosen: Chosen, permission: string, scope: Scope | null): RolePermission[] {
  if (!scope) return chosen.filter((one) => one.permission !== permission);
  if (scopeOf(chosen, permission) === null) return [...chosen, { permission, scope }];
  return chosen.map((one) => (one.permission === permission ? { permission, scope } : one));
}
