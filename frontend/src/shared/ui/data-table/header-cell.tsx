import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';
import type { ListState } from './list-state';

type Props<Row> = {
  column: Column<Row> & { width: number };
  state: ListState;
  left: number | undefined;
  onResize: (id: string, width: number) => void;
};

type Direction = 'ascending' | 'descending' | 'none';

function directionOf(sort: string | undefined, key: string | undefined): Direction {
  if (!key || !sort) return 'none';
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
}

const nextSort = (direction: Direction, key: string): string | undefined =>
  ({ none: key, ascending: `-${key}`, descending: undefined })[direction];

/** As wide as the column is drawn, which is more than its own width where it takes what is left. */
const drawnWidth = (handle: HTMLElement, width: number) => handle.parentElement?.offsetWidth || width;

function ResizeHandle<Row>({ column, onResize }: Pick<Props<Row>, 'column' | 'onResize'>) {
  const { t } = useTranslation();
  const drag = (event: PointerEvent<HTMLElement>) => {
    const start = event.clientX;
    const handle = event.currentTarget;
    const width = drawnWidth(handle, column.width);
    handle.setPointerCapture(event.pointerId);
    const move = (to: globalThis.PointerEvent) => onResize(column.id, Math.round(width + to.clientX - start));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onResize(column.id, drawnWidth(event.currentTarget, column.width) + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the pattern for a column edge; hr cannot be one
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('list.resize', { column: column.title })}
      aria-valuenow={column.width}
      tabIndex={0}
      className="zd-resize"
      onPointerDown={drag}
      onKeyDown={step}
    />
  );
}

export function HeaderCell<Row>({ column, state, left, onResize }: Props<Row>) {
  const direction = directionOf(state.sort, column.sort);
  const { sort } = column;
  return (
    <th
      scope="col"
      aria-sort={sort ? direction : undefined}
      className={left === undefined ? undefined : 'zd-pin'}
      style={{ left, textAlign: column.align }}
    >
      {sort ? (
        <button type="button" className="zd-sort" onClick={() => state.setSort(nextSort(direction, sort))}>
          {column.title}
          <span className="zd-sort-mark" aria-hidden="true" data-direction={direction}>
            <CaretUpFilled aria-hidden />
            <CaretDownFilled aria-hidden />
          </span>
        </button>
      ) : (
        column.title
      )}
      <ResizeHandle column={column} onResize={onResize} />
    </th>
  );
}
