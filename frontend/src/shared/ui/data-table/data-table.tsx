import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { components } from '@/shared/api/schema';
import { type BulkAction, BulkBar } from './bulk-bar';
import { ColumnChooser } from './column-chooser';
import { type Column, type ColumnState, useColumns } from './columns';
import './data-table.css';
import { ListCards } from './list-cards';
import { ListFooter, NewsPill } from './list-footer';
import type { ListState } from './list-state';
import { type FirstUse, ListStateView, listCondition } from './list-states';
import { ListTable } from './list-table';
import { rememberListing } from './neighbours';
import { useSelection } from './selection';
import { useSteadyRows } from './steady-rows';
import { useNarrow } from './use-narrow';

export type ListPage<Row> = { items: Row[]; page: components['schemas']['PageInfo'] };

type Props<Row> = {
  /** The name of the list: saved views, column settings and "next in the list" are kept under it. */
  list: string;
  label: string;
  columns: readonly Column<Row>[];
  query: UseQueryResult<ListPage<Row>>;
  state: ListState;
  /** What an empty list says before anything was ever put in it. */
  firstUse: FirstUse;
  openRow?: (row: Row) => void;
  bulkActions?: readonly BulkAction[];
  /** Filters and saved views; given the columns so that a view can keep them. */
  controls?: (columns: ColumnState<Row>) => ReactNode;
  actions?: ReactNode;
};

const noRows: readonly never[] = [];
const idOf = (row: { id: string }) => row.id;

export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const { list, label, query, state, firstUse, bulkActions } = props;
  const columns = useColumns(list, props.columns);
  const isNarrow = useNarrow();
  const region = useRef<HTMLElement>(null);
  const [isHeld, setHeld] = useState(false);
  const total = query.data?.page.total ?? null;
  const selection = useSelection(state.filters, total);
  const { rows, hasNews, accept } = useSteadyRows(
    query.data?.items ?? noRows,
    JSON.stringify(state.query),
    isHeld,
    idOf,
  );
  const condition = listCondition(query, state.isFiltered, state.hasPrevious);

  useEffect(() => {
    if (rows.length > 0) rememberListing(list, rows.map(idOf));
  }, [list, rows]);

  const Body = isNarrow ? ListCards<Row> : ListTable<Row>;
  const hold = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () =>
      setHeld(region.current?.querySelector('tbody')?.contains(document.activeElement) ?? false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
  return (
    <section className="zd-list" aria-label={label} ref={region} aria-busy={query.isFetching}>
      <div className="zd-list-tools">
        <div className="zd-list-controls">{props.controls?.(columns)}</div>
        <div className="zd-row">
          {props.actions}
          {isNarrow ? null : <ColumnChooser columns={columns} titles={props.columns} />}
        </div>
      </div>
      {bulkActions && selection.count !== 0 ? (
        <BulkBar actions={bulkActions} selection={selection} total={total} />
      ) : null}
      {hasNews ? <NewsPill onAccept={accept} /> : null}
      {condition === 'ROWS' ? (
        <div {...hold}>
          <Body
            label={label}
            rows={rows}
            columns={columns}
            state={state}
            selection={bulkActions ? selection : null}
            openRow={props.openRow}
          />
        </div>
      ) : (
        <ListStateView condition={condition} query={query} firstUse={firstUse} state={state} />
      )}
      <ListFooter page={query.data?.page} state={state} shown={condition === 'ROWS' ? rows.length : 0} />
    </section>
  );
}
