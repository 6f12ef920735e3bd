import { listSearch } from '@/shared/ui/data-table/filters';

export const delegationFilterKinds = {
  from_person_id: 'person',
  to_person_id: 'person',
  active: 'yes-no',
} as const;
export const delegationSearch = listSearch(delegationFilterKinds);

export type Side = 'ALL' | 'GIVEN' | 'RECEIVED';

/** Which side of the delegations an address shows; ALL as well where it names other people. */
export function sideOf(search: Record<string, unknown>, me: string | undefined): Side {
  const { from_person_id: from, to_person_id: to } = search;
  if (me && from === me && to === undefined) return 'GIVEN';
  return me && to === me && from === undefined ? 'RECEIVED' : 'ALL';
}

export function filtersOfSide(side: Side, me: string) {
  return {
    from_person_id: side === 'GIVEN' ? me : undefined,
    to_person_id: side === 'RECEIVED' ? me : undefined,
  };
}
