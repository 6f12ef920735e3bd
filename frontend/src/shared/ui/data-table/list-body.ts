import type { ColumnState } from './columns';
import type { ListState } from './list-state';
import type { SelectionState } from './selection';

/** What the table and the cards both draw from. */
export type ListBodyProps<Row> = {
  label: string;
  rows: readonly Row[];
  columns: ColumnState<Row>;
  state: ListState;
  /** Null where the list has no bulk action: then there is nothing to tick rows for. */
  selection: SelectionState | null;
  openRow?: (row: Row) => void;
};
