import { type ReactNode, useCallback, useMemo, useState } from 'react';

export type Column<Row> = {
  id: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** The value of `sort` that orders by this column. */
  sort?: string;
  width?: number;
  /** Takes what the others leave of the table, and never less than its width, until the person sizes it. */
  grow?: boolean;
  align?: 'end';
  /** Pinned to the left until the person says otherwise. */
  pinned?: boolean;
  /** Left out until the person asks for it in the column chooser. */
  hidden?: boolean;
  /** Names the record: the heading of its card on a narrow screen. */
  heading?: boolean;
};

/** What a person may change of a column; saved views keep a list of these, in order. */
export type ColumnSetting = { id: string; shown: boolean; pinned: boolean; width: number };

const defaultWidth = 140;
export const minimumWidth = 64;

function defaultSetting<Row>(column: Column<Row>): ColumnSetting {
  return {
    id: column.id,
    shown: !column.hidden,
    pinned: column.pinned ?? false,
    width: column.width ?? defaultWidth,
  };
}

function isSetting(value: unknown): value is ColumnSetting {
  if (typeof value !== 'object' || value === null) return false;
  const { id, shown, pinned, width } = value as Partial<ColumnSetting>;
  return (
    typeof id === 'string' &&
    typeof shown === 'boolean' &&
    typeof pinned === 'boolean' &&
    Number.isFinite(width)
  );
}

/** Brings kept settings up to date: columns gone since are dropped, new ones are appended. */
export function mergeSettings<Row>(columns: readonly Column<Row>[], kept: unknown): ColumnSetting[] {
  const known = new Map(columns.map((column) => [column.id, column]));
  const settings = Array.isArray(kept) ? kept.filter(isSetting).filter(({ id }) => known.has(id)) : [];
  const present = new Set(settings.map(({ id }) => id));
  const added = columns.filter(({ id }) => !present.has(id)).map(defaultSetting);
  return [...settings.map((one) => ({ ...one, width: Math.max(minimumWidth, one.width) })), ...added];
}

function load(list: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`zhidu.columns.${list}`) ?? 'null');
  } catch {
    return null;
  }
}

export type ShownColumn<Row> = Column<Row> & { width: number; pinned: boolean; grows: boolean };

export type ColumnState<Row> = {
  settings: ColumnSetting[];
  /** Shown columns in order, the pinned ones first. */
  shown: ShownColumn<Row>[];
  change: (settings: ColumnSetting[]) => void;
  resize: (id: string, width: number) => void;
  reset: () => void;
};

/** Column settings of a list: kept in this browser at once, and in a saved view when one is saved. */
export function useColumns<Row>(list: string, columns: readonly Column<Row>[]): ColumnState<Row> {
  const [kept, setKept] = useState<unknown>(() => load(list));
  const settings = useMemo(() => mergeSettings(columns, kept), [columns, kept]);
  const change = useCallback(
    (next: ColumnSetting[]) => {
      localStorage.setItem(`zhidu.columns.${list}`, JSON.stringify(next));
      setKept(next);
    },
    [list],
  );
  const reset = useCallback(() => {
    localStorage.removeItem(`zhidu.columns.${list}`);
    setKept(null);
  }, [list]);
  const resize = (id: string, width: number) =>
    change(settings.map((one) => (one.id === id ? { ...one, width: Math.max(minimumWidth, width) } : one)));
  const shown = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const all = settings.flatMap(({ id, shown: isShown, pinned, width }) => {
      const column = byId.get(id);
      if (!column || !isShown) return [];
      // What stands right of a pinned column is placed by its width: that one has to be known.
      const grows = Boolean(column.grow) && !pinned && width === column.width;
      return [{ ...column, pinned, width, grows }];
    });
    return [...all.filter(({ pinned }) => pinned), ...all.filter(({ pinned }) => !pinned)];
  }, [columns, settings]);
  return { settings, shown, change, resize, reset };
}
