import { describe, expect, it } from 'vitest';
import { countAll, matching, type Node, pathTo, treeOf } from './tree';

type One = { id: string; code: string; name: string; parent_id: string | null };
const one = (id: string, name: string, parent_id: string | null): One => ({ id, code: id, name, parent_id });
const company = one('GS', '公司', null);
const market = one('SC', '市场部', 'GS');
const sales = one('XS1', '销售一部', 'SC');
const service = one('KF', '客户服务部', 'GS');
const all = [service, company, sales, market];
const names = (nodes: readonly Node<One>[]): unknown[] =>
  nodes.map(({ department, below }) => [department.name, names(below)]);

describe('the tree of departments', () => {
  it('hangs each under its parent, in the order the service gave', () => {
    expect(names(treeOf(all))).toEqual([
      [
        '公司',
        [
          ['客户服务部', []],
          ['市场部', [['销售一部', []]]],
        ],
      ],
    ]);
    expect(countAll(treeOf(all))).toBe(4);
  });

  it('loses nobody whose parent is not shown', () => {
    expect(names(treeOf([sales, service]))).toEqual([
      ['销售一部', []],
      ['客户服务部', []],
    ]);
  });

  it('finds a department by name or code, with what stands above it', () => {
    expect(names(matching(treeOf(all), '销售'))).toEqual([['公司', [['市场部', [['销售一部', []]]]]]]);
    expect(names(matching(treeOf(all), 'kf'))).toEqual([['公司', [['客户服务部', []]]]]);
    expect(matching(treeOf(all), '没有')).toEqual([]);
    expect(countAll(matching(treeOf(all), ' '))).toBe(4);
  });

  it('keeps what stands below a match', () => {
    expect(names(matching(treeOf(all), '市场'))).toEqual([['公司', [['市场部', [['销售一部', []]]]]]]);
  });

  it('tells the way from the top, and ends where the records run in a circle', () => {
    expect(pathTo(all, 'XS1').map(({ name }) => name)).toEqual(['公司', '市场部', '销售一部']);
    const circle = [one('A', '甲', 'B'), one('B', '乙', 'A')];
    expect(pathTo(circle, 'A').map(({ name }) => name)).toEqual(['乙', '甲']);
  });
});
