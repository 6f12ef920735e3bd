import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { kinds, modules } from './search';

/** The handbook's own words: modules, kinds, states, how a rule is kept. */
export function useWords() {
  const { t } = useTranslation('handbook');
  return useMemo(
    () => ({
      module: (value: string) => t(`module.${value}` as 'module.clients', { defaultValue: value }),
      kind: (value: string) => t(`kind.${value}` as 'kind.ENFORCE', { defaultValue: value }),
      kept: (value: string) => t(`kept.${value}` as 'kept.ENFORCED', { defaultValue: value }),
      modules: modules.map((value) => ({ value, label: t(`module.${value}`) })),
      kinds: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      states: (['LIVE', 'PLANNED'] as const).map((value) => ({ value, label: t(`state.${value}`) })),
    }),
    [t],
  );
}
