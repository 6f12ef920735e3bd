import { areaOf } from '@/shared/ui/feedback/permission-words';

export type Area<One> = { area: string; items: One[] };

/** Grouped by area, the areas in the order of their first permission. */
export function byArea<One>(items: readonly One[], codeOf: (one: One) => string): Area<One>[] {
  const areas = new Map<string, One[]>();
  for (const one of items) {
    const area = areaOf(codeOf(one));
    areas.set(area, [...(areas.get(area) ?? []), one]);
  }
  return [...areas].map(([area, found]) => ({ area, items: found }));
}
