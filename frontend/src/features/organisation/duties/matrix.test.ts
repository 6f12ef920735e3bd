import { describe, expect, it } from 'vitest';
import { excludedRoles, namedPermissions, pairOf, rolesWith } from './matrix';

const pair = (a: string, b: string) => ({ permission_a: a, permission_b: b });
const inferior = pair('client.confirm-inferior', 'client.report-inferior');
const grants = pair('client.read', 'role.grant');
const pairs = [inferior, grants];
const role = (name: string, ...codes: string[]) => ({
  id: name,
  name,
  permissions: codes.map((permission) => ({ permission, scope: 'ALL' as const })),
});
const manager = role('客户服务部经理', 'client.read', 'client.confirm-inferior');
const specialist = role('客服专员', 'client.read', 'client.report-inferior');
const administrator = role('系统管理员', 'role.grant');
const cashier = role('出纳', 'person.read');
const roles = [manager, specialist, administrator, cashier];

describe('the matrix of duties', () => {
  it('names each permission once', () => {
    expect(namedPermissions([...pairs, pair('audit.read', 'role.grant')])).toEqual([
      'audit.read',
      'client.confirm-inferior',
      'client.read',
      'client.report-inferior',
      'role.grant',
    ]);
  });

  it('finds a pair from either side, and none where there is none', () => {
    expect(pairOf(pairs, 'client.report-inferior', 'client.confirm-inferior')).toBe(inferior);
    expect(pairOf(pairs, 'client.confirm-inferior', 'client.report-inferior')).toBe(inferior);
    expect(pairOf(pairs, 'client.read', 'client.report-inferior')).toBeUndefined();
    expect(pairOf(pairs, 'client.read', 'client.read')).toBeUndefined();
  });

  it('names the roles that bring a permission', () => {
    expect(rolesWith(roles, 'client.read')).toEqual([manager, specialist]);
  });

  it('says for each role which others nobody holds beside it, and by which pair', () => {
    expect(excludedRoles(roles, pairs)).toEqual([
      {
        role: manager,
        excluded: [
          { role: specialist, pairs: [inferior] },
          { role: administrator, pairs: [grants] },
        ],
      },
      {
        role: specialist,
        excluded: [
          { role: manager, pairs: [inferior] },
          { role: administrator, pairs: [grants] },
        ],
      },
      {
        role: administrator,
        excluded: [
          { role: manager, pairs: [grants] },
          { role: specialist, pairs: [grants] },
        ],
      },
    ]);
  });
});
