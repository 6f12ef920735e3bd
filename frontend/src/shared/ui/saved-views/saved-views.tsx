import { DeleteOutlined, DownOutlined, SaveOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, type ColumnState, mergeSettings } from '../data-table/columns';
import type { ListState } from '../data-table/list-state';
import { ProblemAlert } from '../feedback/problem-alert';
import { Tag } from '../values/tag';
import { contentOf, type SavedView, useDeleteView, useSavedViews, useSaveView } from './queries';
import { settingsOf, viewColumns, viewQuery, viewQueryText } from './view-content';
import '../data-table/data-table.css';

const SaveViewForm = lazy(() => import('./save-view-form'));

type CountView = (query: Record<string, unknown>) => Promise<number | null>;
type Props<Row> = {
  list: string;
  state: ListState;
  columns: ColumnState<Row>;
  allColumns: readonly Column<Row>[];
  /** Asks the list how many rows a view holds now. */
  count: CountView;
};

function ViewCount({ view, count }: { view: SavedView; count: CountView }) {
  const total = useQuery({
    queryKey: ['saved-view', view.list, 'count', view.id, view.version],
    queryFn: () => count(viewQuery(view.query)),
    staleTime: 10_000,
  });
  return <span className="zd-muted">{total.data ?? ''}</span>;
}

type RowProps = {
  view: SavedView;
  isCurrent: boolean;
  count: CountView;
  onOpen: () => void;
  onDelete: () => void;
};

function ViewRow({ view, isCurrent, count, onOpen, onDelete }: RowProps) {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className="zd-views-open" aria-current={isCurrent} onClick={onOpen}>
        <span>
          {view.name} {view.visibility === 'TEAM' ? <Tag>{t('views.TEAM')}</Tag> : null}
          {view.is_default ? <Tag tone="accent">{t('views.default')}</Tag> : null}
        </span>
        <ViewCount view={view} count={count} />
      </button>
      <button
        type="button"
        className="zd-icon-button"
        aria-label={t('views.delete', { name: view.name })}
        onClick={onDelete}
      >
        <DeleteOutlined aria-hidden />
      </button>
    </li>
  );
}

/** Opens the default view once, when the list is entered with nothing asked for in the address. */
function useDefaultView(
  views: SavedView[] | undefined,
  state: ListState,
  open: (view: SavedView, replace: boolean) => void,
) {
  const isDone = useRef(false);
  const isBare = Object.keys(state.search).length === 0;
  useEffect(() => {
    if (!views || isDone.current) return;
    isDone.current = true;
    const standard = views.find((view) => view.is_default);
    if (standard && isBare) open(standard, true);
  }, [views, isBare, open]);
}

export function SavedViews<Row>({ list, state, columns, allColumns, count }: Props<Row>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const views = useSavedViews(list);
  const save = useSaveView(list);
  const remove = useDeleteView(list);
  const items = views.data?.items;
  const current = items?.find((view) => view.id === state.search.view) ?? null;
  const open = (view: SavedView, replace: boolean) => {
    if (view.columns.length > 0) columns.change(settingsOf(view.columns, mergeSettings(allColumns, null)));
    state.showView(view.id, viewQuery(view.query), replace);
    setOpen(false);
  };
  useDefaultView(items, state, open);
  const content = { query: viewQueryText(state.filters), columns: viewColumns(columns.settings) };
  const panel = (
    <div className="zd-stack" style={{ gap: 8 }}>
      {views.isError ? <ProblemAlert error={views.error} compact /> : null}
      {items?.length === 0 ? <p className="zd-muted">{t('views.none')}</p> : null}
      <ul className="zd-views-list">
        {items?.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            isCurrent={view.id === current?.id}
            count={count}
            onOpen={() => open(view, false)}
            onDelete={() => remove.mutate(view)}
          />
        ))}
      </ul>
      {remove.isError ? <ProblemAlert error={remove.error} compact /> : null}
      {save.isError && !isSaving ? <ProblemAlert error={save.error} compact /> : null}
      <div className="zd-row">
        {current ? (
          <Button
            size="small"
            onClick={() => save.mutate({ view: current, content: { ...contentOf(current), ...content } })}
          >
            {t('views.update', { name: current.name })}
          </Button>
        ) : null}
        <Button
          size="small"
          type="primary"
          icon={<SaveOutlined aria-hidden />}
          onClick={() => setSaving(true)}
        >
          {t('views.saveAs')}
        </Button>
      </div>
    </div>
  );
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={isOpen}
        onOpenChange={setOpen}
        content={panel}
        destroyOnHidden
      >
        <Button aria-expanded={isOpen} aria-haspopup="dialog">
          {current?.name ?? t('views.title')} <DownOutlined aria-hidden />
        </Button>
      </Popover>
      <Suspense>
        {isSaving ? (
          <SaveViewForm
            list={list}
            content={content}
            onClose={() => setSaving(false)}
            onSaved={(view) => open(view, true)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
