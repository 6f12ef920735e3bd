import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCan } from '@/features/session/public';
import type { NavGroup, NavLabel } from '@/shared/ui/navigation/route-data';

export type PageEntry = { path: string; label: NavLabel; group: NavGroup | null; order: number };

const groupOrder: readonly NavGroup[] = ['WORK', 'HANDBOOK', 'ORGANISATION', 'RECORDS'];

/** Every page without parameters that this person may open, as its route describes itself. */
export function usePages(): PageEntry[] {
  const router = useRouter();
  const can = useCan();
  const pages = useMemo(
    () =>
      Object.values(router.routesById).flatMap((route) => {
        const data = route.options.staticData;
        if (!data?.page || route.fullPath.includes('$')) return [];
        return [
          {
            path: route.fullPath.replace(/(.)\/$/, '$1'),
            label: data.page,
            group: data.nav?.group ?? null,
            order: data.nav?.order ?? 0,
            permission: data.permission,
          },
        ];
      }),
    [router],
  );
  return pages.filter(({ permission }) => !permission || can(permission)).sort((a, b) => a.order - b.order);
}

export function navGroups(pages: readonly PageEntry[]): { group: NavGroup; pages: PageEntry[] }[] {
  return groupOrder.flatMap((group) => {
    const own = pages.filter((page) => page.group === group);
    return own.length > 0 ? [{ group, pages: own }] : [];
  });
}
