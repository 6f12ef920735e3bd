import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';

type Option = { value: string; label: string };

/** Every kind of obligation, called by the service in the language of the page. */
function useKinds() {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['obligation-kind', i18n.language],
    queryFn: () => answer(api.GET('/api/v1/obligations/kinds')),
    staleTime: 'static',
  });
}

/** The kinds, and the rules that they come from, to choose from in the filters of a list. */
export function useObligationKinds(): { kinds: Option[]; rules: Option[] } {
  const { data } = useKinds();
  return useMemo(() => {
    const found = data?.items ?? [];
    const rules = new Map(found.flatMap(({ clauses }) => clauses).map(({ id, title }) => [id, title]));
    return {
      kinds: found.map(({ code, name }) => ({ value: code, label: name })),
      rules: [...rules]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([id, title]) => ({ value: id, label: [id, title].filter(Boolean).join(' ') })),
    };
  }, [data]);
}
