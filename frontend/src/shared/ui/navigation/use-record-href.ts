import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import './route-data';

/** The address of a record by resource type and id, or null where no page shows that type. */
export function useRecordHref(): (type: string, id: string) => string | null {
  const router = useRouter();
  return useMemo(() => {
    const paths = new Map<string, string>();
    for (const route of Object.values(router.routesById)) {
      const type = route.options.staticData?.record;
      // The router writes the index of a folder with a slash at its end; the address bar has none.
      if (type) paths.set(type, route.fullPath.replace(/(.)\/$/, '$1'));
    }
    return (type, id) => paths.get(type)?.replace(/\$\w+/, encodeURIComponent(id)) ?? null;
  }, [router]);
}
