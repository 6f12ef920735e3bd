import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';

/** Everything a role can hold, described by the service in the language of the page. */
export function useInventory(enabled = true) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['permission', 'all', i18n.language],
    queryFn: () => answer(api.GET('/api/v1/permissions')),
    staleTime: 'static',
    enabled,
  });
}

/** What a permission allows, in words; its code until the words are there. */
export function usePermissionWord(enabled = true): (code: string) => string {
  const { data } = useInventory(enabled);
  return useMemo(() => {
    const words = new Map(data?.items.map(({ code, description }) => [code, description]));
    return (code) => words.get(code) ?? code;
  }, [data]);
}

/** The part of a dotted name before its dot: the area of a permission, of an act, of a kind of notice. */
export function areaOf(code: string): string {
  return code.split('.')[0] ?? code;
}

/** An area of permissions in words; its name in the code where the texts do not know it. */
export function useAreaWord(): (area: string) => string {
  const { t } = useTranslation();
  return (area) => t(`area.${area}` as 'area.client', { defaultValue: area });
}
