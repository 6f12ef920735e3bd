import { describe, expect, it } from 'vitest';
import { collisionOf } from './collision';

const role = (id: string, name: string, ...codes: string[]) => ({
  id,
  name,
  permissions: codes.map((permission) => ({ permission, scope: 'ALL' as const })),
});
const specialist = role('r1', '客服专员', 'client.read', 'client.report-inferior');
const manager = role('r2', '客户服务部经理', 'client.read', 'client.confirm-inferior');
const seller = role('r3', '销售人员', 'client.report-inferior');
const params = {
  person: '林晓梅',
  permission_a: 'client.confirm-inferior',
  permission_b: 'client.report-inferior',
};

describe('the two sides of a refused grant', () => {
  it('name the wanted role and every held role that brings the other permission', () => {
    expect(collisionOf(params, manager, [specialist, seller])).toEqual([
      {
        permission: 'client.confirm-inferior',
        from: [{ id: 'r2', name: '客户服务部经理', isWanted: true }],
      },
      {
        permission: 'client.report-inferior',
        from: [
          { id: 'r1', name: '客服专员', isWanted: false },
          { id: 'r3', name: '销售人员', isWanted: false },
        ],
      },
    ]);
  });

  it('name the wanted role once, though it is held already for another time', () => {
    const [first] = collisionOf(params, manager, [manager, specialist]) ?? [];
    expect(first?.from).toEqual([{ id: 'r2', name: '客户服务部经理', isWanted: true }]);
  });

  it('leave a side without a role where the permission is held by delegation', () => {
    const [, second] = collisionOf(params, manager, []) ?? [];
    expect(second).toEqual({ permission: 'client.report-inferior', from: [] });
  });

  it('are not told when the refusal names no permissions', () => {
    expect(collisionOf({ person: '林晓梅' }, manager, [specialist])).toBeNull();
    expect(collisionOf(params, undefined, [specialist])).toBeNull();
  });
});
