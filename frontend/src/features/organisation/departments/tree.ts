import { holds } from '../parts/whole-list';
import type { Department } from './queries';

type One = Pick<Department, 'id' | 'code' | 'name' | 'parent_id'>;
export type Node<D extends One = Department> = { department: D; below: Node<D>[] };

/** The tree in the order the service gave; what stands under a department that is not shown stands at the top. */
export function treeOf<D extends One>(departments: readonly D[]): Node<D>[] {
  const known = new Set(departments.map(({ id }) => id));
  const parentOf = ({ parent_id }: D) => (parent_id && known.has(parent_id) ? parent_id : null);
  const under = (parent: string | null): Node<D>[] =>
    departments
      .filter((one) => parentOf(one) === parent)
      .map((department) => ({ department, below: under(department.id) }));
  return under(null);
}

/** What matches, with everything above it: a department is found where it stands. */
export function matching<D extends One>(nodes: readonly Node<D>[], q: string | undefined): Node<D>[] {
  return nodes.flatMap((node) => {
    const { name, code } = node.department;
    if (holds(q, [name, code])) return [node];
    const below = matching(node.below, q);
    return below.length > 0 ? [{ ...node, below }] : [];
  });
}

/** From the top down to the department itself. */
export function pathTo<D extends One>(departments: readonly D[], id: string): D[] {
  const byId = new Map(departments.map((one) => [one.id, one]));
  const path: D[] = [];
  let here = byId.get(id);
  while (here && !path.includes(here)) {
    path.unshift(here);
    here = here.parent_id ? byId.get(here.parent_id) : undefined;
  }
  return path;
}

export function countAll<D extends One>(nodes: readonly Node<D>[]): number {
  return nodes.reduce((sum, { below }) => sum + 1 + countAll(below), 0);
}
