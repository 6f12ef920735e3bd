import { useMemo } from 'react';
import { useMyPermissions } from '@/features/session/public';
import type { components } from '@/shared/api/schema';
import { areaOf, useInventory } from '@/shared/ui/feedback/permission-words';

type Schemas = components['schemas'];
export type Held = Schemas['MyPermission'];
export type Known = Schemas['PermissionShown'];

/** Why a permission that one holds cannot be passed on. */
export type Hindrance = 'OVER_RIGHTS' | 'OWN_ONLY';
export type Offer = { code: string; description: string; hindrance: Hindrance | null };
export type OfferGroup = { area: string; offers: Offer[] };
/** To a colleague by delegation, or to a machine by an API key. */
export type Receiver = 'COLLEAGUE' | 'MACHINE';

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
  const groups = new Map<string, Offer[]>();
  for (const known of inventory) {
    const mine = held.find(({ permission }) => permission === known.code);
    if (!mine) continue;
    const area = areaOf(known.code);
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

export function useOffers(to: Receiver): { groups: OfferGroup[]; isLoading: boolean; error: unknown } {
  const mine = useMyPermissions();
  const inventory = useInventory();
  const groups = useMemo(
    () => offersOf(mine.data?.permissions ?? [], inventory.data?.items ?? [], to),
    [mine.data, inventory.data, to],
  );
  return { groups, isLoading: mine.isLoading || inventory.isLoading, error: mine.error ?? inventory.error };
}
