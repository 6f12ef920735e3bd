import type { ReactNode } from 'react';

/**
 * The filters of a list, keyed by the query parameter of the API. A range named `updated` of kind
 * `dates` stands for `updated_after` and `updated_before`; one of kind `numbers` for `_min` and `_max`.
 */
type Options = readonly { value: string; label: ReactNode }[];
type Named = readonly { value: string; label: string }[];
export type Filter =
  | { kind: 'text'; label: string }
  | { kind: 'choice'; label: string; options: Options }
  /** One of many, found by typing. */
  | { kind: 'one-of'; label: string; options: Named }
  | { kind: 'yes-no'; label: string }
  | { kind: 'person'; label: string }
  | { kind: 'department'; label: string }
  | { kind: 'date'; label: string }
  | { kind: 'dates'; label: string }
  | { kind: 'numbers'; label: string };
export type FilterKind = Filter['kind'];
export type FilterKinds = Record<string, FilterKind>;

type ValueOf<K extends FilterKind> = K extends 'choice' ? string[] : K extends 'yes-no' ? boolean : string;
type Single<F extends FilterKinds> = {
  [K in keyof F as F[K] extends 'dates' | 'numbers' ? never : K]?: ValueOf<F[K]>;
};
type Dates<F extends FilterKinds> = {
  [K in keyof F as F[K] extends 'dates' ? `${K & string}_after` | `${K & string}_before` : never]?: string;
};
type Numbers<F extends FilterKinds> = {
  [K in keyof F as F[K] extends 'numbers' ? `${K & string}_min` | `${K & string}_max` : never]?: number;
};
export type FilterSearch<F extends FilterKinds> = Single<F> & Dates<F> & Numbers<F>;

/** What the address of every list may hold beside its filters. */
export type ListSearchBase = {
  q?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
  page?: number;
  view?: string;
};
export type ListSearch<F extends FilterKinds = Record<never, never>> = ListSearchBase & FilterSearch<F>;

export const pageSizes = [20, 50, 100, 200] as const;
export const defaultPageSize = 50;

/** The search parameters that one filter owns. */
export function parametersOf(id: string, kind: FilterKind): readonly string[] {
  if (kind === 'dates') return [`${id}_after`, `${id}_before`];
  if (kind === 'numbers') return [`${id}_min`, `${id}_max`];
  return [id];
}

const text = (value: unknown): string | undefined => {
  if (typeof value === 'string' && value.trim() !== '') return value;
  // A number in the address is text to most filters: `?q=2026` is a search for those digits.
  return typeof value === 'number' ? String(value) : undefined;
};
const whole = (value: unknown): number | undefined => {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
};
const date = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value : undefined;

function readValue(kind: FilterKind, value: unknown): unknown {
  if (kind === 'choice') {
    const chosen = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one);
    return chosen.length > 0 ? chosen : undefined;
  }
  if (kind === 'yes-no') return typeof value === 'boolean' ? value : undefined;
  if (kind === 'numbers') return whole(value);
  if (kind === 'dates' || kind === 'date') return date(value);
  return text(value);
}

function readBase(raw: Record<string, unknown>): ListSearchBase {
  const limit = whole(raw.limit);
  return {
    q: text(raw.q),
    sort: text(raw.sort),
    limit: pageSizes.find((size) => size === limit),
    cursor: text(raw.cursor),
    page: whole(raw.page),
    view: text(raw.view),
  };
}

/**
 * The `validateSearch` of a list route: a value that does not fit its filter is dropped. A name that no filter
 * has stays in the address and is sent: that the service refuses it says more than a list without it.
 */
export function listSearch<const F extends FilterKinds>(kinds: F) {
  return (raw: Record<string, unknown>): ListSearch<F> => {
    const found: Record<string, unknown> = { ...readBase(raw) };
    for (const [id, kind] of Object.entries(kinds)) {
      for (const name of parametersOf(id, kind)) found[name] = readValue(kind, raw[name]);
    }
    for (const name of Object.keys(found)) if (found[name] === undefined) delete found[name];
    return found as ListSearch<F>;
  };
}
