type Listing = { ids: string[]; href: string };

const key = (list: string) => `zhidu.listing.${list}`;

/** Remembers the page of a list last looked at, so that a record can offer the next and the previous. */
export function rememberListing(list: string, ids: string[]): void {
  const listing: Listing = { ids, href: `${location.pathname}${location.search}` };
  sessionStorage.setItem(key(list), JSON.stringify(listing));
}

export type Neighbours = { previous: string | null; next: string | null; listHref: string | null };

export function neighboursOf(list: string, id: string): Neighbours {
  const kept = sessionStorage.getItem(key(list));
  if (!kept) return { previous: null, next: null, listHref: null };
  const { ids, href } = JSON.parse(kept) as Listing;
  const place = ids.indexOf(id);
  if (place < 0) return { previous: null, next: null, listHref: href };
  return { previous: ids[place - 1] ?? null, next: ids[place + 1] ?? null, listHref: href };
}
