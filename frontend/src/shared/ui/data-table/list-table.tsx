import { Checkbox } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownColumn } from './columns';
import { HeaderCell } from './header-cell';
import type { ListBodyProps } from './list-body';
import { onRowKey } from './row-keys';

const tickWidth = 40;

/** Left offsets of the pinned columns; undefined for the others. */
function pinOffsets(
  columns: readonly { pinned: boolean; width: number }[],
  start: number,
): (number | undefined)[] {
  let left = start;
  return columns.map(({ pinned, width }) => {
    if (!pinned) return undefined;
    const here = left;
    left += width;
    return here;
  });
}

type WidthsProps<Row> = { shown: readonly ShownColumn<Row>[]; hasTicks: boolean; isFilled: boolean };

/** How wide each column is; where none takes what is left, an empty one does. */
function Widths<Row>({ shown, hasTicks, isFilled }: WidthsProps<Row>) {
  return (
    <colgroup>
      {hasTicks ? <col style={{ width: tickWidth }} /> : null}
      {shown.map(({ id, width, grows }) => (
        <col key={id} style={{ width: grows ? undefined : width }} />
      ))}
      {isFilled ? null : <col />}
    </colgroup>
  );
}

export function ListTable<Row extends { id: string }>(props: ListBodyProps<Row>) {
  const { label, rows, columns, state, selection, openRow } = props;
  const { t } = useTranslation();
  const [active, setActive] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const ticks = selection ? tickWidth : 0;
  const offsets = pinOffsets(columns.shown, ticks);
  const isFilled = columns.shown.some(({ grows }) => grows);
  const minWidth = columns.shown.reduce((sum, { width }) => sum + width, ticks);
  const ids = rows.map(({ id }) => id);
  const ticked = selection ? ids.filter(selection.isSelected).length : 0;
  const move = (index: number) => {
    setActive(index);
    const row = body.current?.rows.item(index);
    row?.focus();
    row?.scrollIntoView?.({ block: 'nearest' });
  };
  const current = Math.min(active, rows.length - 1);
  return (
    <div className="zd-table-frame">
      <table className="zd-table" aria-label={label} style={{ minWidth }}>
        <Widths shown={columns.shown} hasTicks={selection !== null} isFilled={isFilled} />
        <thead>
          <tr>
            {selection ? (
              <th scope="col" className="zd-pin" style={{ left: 0 }}>
                <Checkbox
                  aria-label={t('list.selectPage')}
                  checked={ticked === ids.length}
                  indeterminate={ticked > 0 && ticked < ids.length}
                  onChange={() => selection.togglePage(ids)}
                />
              </th>
            ) : null}
            {columns.shown.map((column, index) => (
              <HeaderCell
                key={column.id}
                column={column}
                state={state}
                left={offsets[index]}
                onResize={columns.resize}
              />
            ))}
            {isFilled ? null : <td aria-hidden="true" />}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              tabIndex={index === current ? 0 : -1}
              data-selected={selection?.isSelected(row.id) ?? false}
              onFocus={() => setActive(index)}
              onDoubleClick={() => openRow?.(row)}
              onKeyDown={(event) =>
                onRowKey(event, {
                  count: rows.length,
                  active: index,
                  move,
                  open: () => openRow?.(row),
                  toggle: () => selection?.toggle(row.id),
                })
              }
            >
              {selection ? (
                <td className="zd-pin" style={{ left: 0 }}>
                  <Checkbox
                    aria-label={t('list.selectRow')}
                    tabIndex={index === current ? 0 : -1}
                    checked={selection.isSelected(row.id)}
                    onChange={() => selection.toggle(row.id)}
                  />
                </td>
              ) : null}
              {columns.shown.map((column, place) => (
                <td
                  key={column.id}
                  className={offsets[place] === undefined ? undefined : 'zd-pin'}
                  style={{ left: offsets[place], textAlign: column.align }}
                >
                  {column.render(row)}
                </td>
              ))}
              {isFilled ? null : <td aria-hidden="true" />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
