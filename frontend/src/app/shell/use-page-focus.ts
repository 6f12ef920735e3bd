import { useMatches, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NavLabel } from '@/shared/ui/navigation/route-data';

/**
 * A new page starts at its top for everyone: the title of the window names it and the focus goes to the
 * main region, as a full page load would do. Filters and pages of a list keep the focus where it is.
 */
export function usePageFocus() {
  const { t } = useTranslation('shell');
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const previous = useRef(pathname);
  const label = useMatches({
    select: (matches) =>
      matches.reduce<NavLabel | undefined>((found, match) => match.staticData.page ?? found, undefined),
  });
  useEffect(() => {
    document.title = label ? `${t(`nav.${label}`)} · ${t('brand')}` : t('brand');
  }, [label, t]);
  useEffect(() => {
    const isFirst = previous.current === undefined;
    if (!isFirst && previous.current !== pathname) main.current?.focus({ preventScroll: true });
    previous.current = pathname;
  }, [pathname]);
  return main;
}
