import type { components } from '@/shared/api/schema';
import type { ColumnSetting } from '../data-table/columns';

type Schemas = components['schemas'];
type ViewColumn = Schemas['ViewColumn'];
type Query = Record<string, unknown>;

/** Filters and order as the query string that a view is kept as: lists by repetition. */
export function viewQueryText(query: Query): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') text.append(name, String(one));
    }
  }
  return text.toString();
}

const read = (value: string): unknown => (value === 'true' || value === 'false' ? value === 'true' : value);

/** A view's query string as a list's address holds it; the route's own check does the rest. */
export function viewQuery(text: string): Query {
  const found = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(found.keys())].map((name) => {
      const values = found.getAll(name).map(read);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/** A view keeps the columns that are shown; all others are left out of it. */
export function viewColumns(settings: readonly ColumnSetting[]): ViewColumn[] {
  return settings
    .filter(({ shown }) => shown)
    .map(({ id, pinned, width }) => ({ id, pinned: pinned ? 'LEFT' : null, width: Math.round(width) }));
}

export function settingsOf(columns: readonly ViewColumn[], all: readonly ColumnSetting[]): ColumnSetting[] {
  const kept = new Set(columns.map(({ id }) => id));
  const usual = new Map(all.map((setting) => [setting.id, setting]));
  const shown = columns.flatMap(({ id, pinned, width }) => {
    const setting = usual.get(id);
    return setting ? [{ id, shown: true, pinned: pinned === 'LEFT', width: width ?? setting.width }] : [];
  });
  return [...shown, ...all.filter(({ id }) => !kept.has(id)).map((one) => ({ ...one, shown: false }))];
}
