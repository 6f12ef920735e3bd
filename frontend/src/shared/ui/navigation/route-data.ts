import type { Texts } from '@/shared/i18n/texts';

export type NavGroup = 'WORK' | 'HANDBOOK' | 'ORGANISATION' | 'RECORDS';
type NavLabel = keyof Texts['shell']['nav'];

/** What a route says of itself; the sider, the palette and the links to records are made from it. */
declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page's name: its entry in the palette and the title of the window. */
    page?: NavLabel;
    /** Its place in the sider. */
    nav?: { group: NavGroup; order: number };
    /** Who sees it in the sider and the palette; the service still decides what it answers. */
    permission?: string;
    /** The resource type this route shows one of: links to such a record lead here. */
    record?: string;
  }
}

export type { NavLabel };
