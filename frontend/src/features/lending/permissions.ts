import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMyPermissions } from '@/features/session/public';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Held = Schemas['MyPermission'];
export type Known = Schemas['PermissionShown'];

/** Why a permission that one holds cannot be passed on. */
export type Hindrance = 'OVER_RIGHTS' | 'OWN_ONLY';
export type Offer = { code: string; description: string; hindrance: Hindrance | null };
export type OfferGroup = { area: string; offers: Offer[] };
/** To a colleague by delegation, or to a machine by an API key. */
export type Receiver = 'COLLEAGUE' | 'MACHINE';

const moduleOf = (code: string) => code.split('.')[0] ?? code;

/** `client-report.read` belongs to the area `client`, because there is a module of that name. */
export function areaOf(code: string, modules: ReadonlySet<string>): string {
  const module = moduleOf(code);
  const stem = module.split('-')[0] ?? module;
  return modules.has(stem) ? stem : module;
}

function reachesOwnOnly({ scope }: Held): boolean {
  return !scope.all && scope.department_ids.length === 0 && scope.site_ids.length === 0;
}

function hindranceOf(held: Held, known: Known, to: Receiver): Hindrance | null {
  if (!known.lendable) return 'OVER_RIGHTS';
  // A key acts as its owner, so that what reaches the owner's records alone still means something to it.
  return to === 'COLLEAGUE' && reachesOwnOnly(held) ? 'OWN_ONLY' : null;
}

/** What a person holds, in areas, each with the reason why it cannot be passed on if there is one. */
export function offersOf(held: readonly Held[], inventory: readonly Known[], to: Receiver): OfferGroup[] {
  const modules = new Set(inventory.map(({ module }) => module));
  const groups = new Map<string, Offer[]>();
  for (const known of inventory) {
    const mine = held.find(({ permission }) => permission === known.code);
    if (!mine) continue;
    const area = areaOf(known.code, modules);
    const offer = {
      code: known.code,
      description: known.description,
      hindrance: hindranceOf(mine, known, to),
    };
    groups.set(area, [...(groups.get(area) ?? []), offer]);
  }
  return [...groups].map(([area, offers]) => ({ area, offers }));
}

/** `client.read`, `job.read-all`: permissions that look and change nothing. */
export function isReading(code: string): boolean {
  return /\.read(-|$)/.test(code);
}

export type Level = 'NONE' | 'READ' | 'ALL' | 'SOME';

const free = ({ offers }: OfferGroup) =>
  offers.flatMap(({ code, hindrance }) => (hindrance === null ? [code] : []));

/** The codes that a level stands for in an area. */
export function codesAt(level: Level, group: OfferGroup): string[] {
  if (level === 'NONE') return [];
  return free(group).filter((code) => level === 'ALL' || isReading(code));
}

/** The levels that differ from each other in an area. */
export function levelsOf(group: OfferGroup): Level[] {
  const reading = codesAt('READ', group).length;
  const all = free(group).length;
  if (all === 0) return [];
  return reading > 0 && reading < all ? ['NONE', 'READ', 'ALL'] : ['NONE', 'ALL'];
}

export function levelOf(chosen: readonly string[], group: OfferGroup): Level {
  const taken = free(group).filter((code) => chosen.includes(code));
  const isSame = (level: Level) => {
    const codes = codesAt(level, group);
    return codes.length === taken.length && codes.every((code) => taken.includes(code));
  };
  return levelsOf(group).find(isSame) ?? (taken.length === 0 ? 'NONE' : 'SOME');
}

function useInventory() {
  return useQuery({
    queryKey: ['permission', 'all'],
    queryFn: () => answer(api.GET('/api/v1/permissions')),
    staleTime: 300_000,
  });
}

/** A permission in words; its code where it has none. */
export function usePermissionWords(): (code: string) => string {
  const { data } = useInventory();
  return useMemo(() => {
    const words = new Map(data?.items.map(({ code, description }) => [code, description]));
    return (code) => words.get(code) ?? code;
  }, [data]);
}

export function useOffers(to: Receiver): { groups: OfferGroup[]; isLoading: boolean; error: unknown } {
  const mine = useMyPermissions();
  const inventory = useInventory();
  const groups = useMemo(
    () => offersOf(mine.data?.permissions ?? [], inventory.data?.items ?? [], to),
    [mine.data, inventory.data, to],
  );
  return { groups, isLoading: mine.isLoading || inventory.isLoading, error: mine.error ?? inventory.error };
}
