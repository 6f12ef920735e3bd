import { CloseOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuDropdown } from '../navigation/menu-dropdown';
import { FilterValue } from './filter-value';
import { type Filter, parametersOf } from './filters';
import type { ListState } from './list-state';

export type Filters = Record<string, Filter>;
type Props = {
  filters: Filters;
  state: ListState;
  /** Left out where the list takes no `q`. */
  searchLabel?: string;
};

const searchDelay = 300;
// The editors bring half of antd's inputs with them: they load when the first one opens.
const FilterEditor = lazy(() => import('./filter-editor'));

function SearchBox({ state, label }: { state: ListState; label: string }) {
  const inAddress = typeof state.search.q === 'string' ? state.search.q : '';
  const [typed, setTyped] = useState(inAddress);
  const { setFilters } = state;
  useEffect(() => setTyped(inAddress), [inAddress]);
  useEffect(() => {
    if (typed.trim() === inAddress) return;
    const timer = setTimeout(() => setFilters({ q: typed.trim() || undefined }), searchDelay);
    return () => clearTimeout(timer);
  }, [typed, inAddress, setFilters]);
  return (
    <Input
      className="zd-list-search"
      style={{ width: 240 }}
      allowClear
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

type ChipProps = { id: string; filter: Filter; state: ListState; isNew: boolean; onClosed: () => void };

function FilterChip({ id, filter, state, isNew, onClosed }: ChipProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(isNew);
  const names = parametersOf(id, filter.kind);
  const remove = () => {
    state.setFilters(Object.fromEntries(names.map((name) => [name, undefined])));
    onClosed();
  };
  const toggle = (open: boolean) => {
    setOpen(open);
    if (!open) onClosed();
  };
  return (
    <span className="zd-filter-chip">
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={isOpen}
        onOpenChange={toggle}
        destroyOnHidden
        content={
          <Suspense fallback={<div className="zd-filter-editor" />}>
            <FilterEditor id={id} filter={filter} state={state} onDone={() => toggle(false)} />
          </Suspense>
        }
      >
        <button type="button" aria-haspopup="dialog" aria-expanded={isOpen}>
          <span className="zd-muted">{filter.label}</span>{' '}
          <FilterValue id={id} filter={filter} search={state.search} />
        </button>
      </Popover>
      <button type="button" aria-label={t('list.removeFilter', { filter: filter.label })} onClick={remove}>
        <CloseOutlined aria-hidden />
      </button>
    </span>
  );
}

/** Search, the filters in use as chips, and a menu of those that are not. */
export function FilterBar({ filters, state, searchLabel }: Props) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<string | null>(null);
  const isUsed = (id: string, filter: Filter) =>
    id === added || parametersOf(id, filter.kind).some((name) => state.search[name] !== undefined);
  const entries = Object.entries(filters);
  const used = entries.filter(([id, filter]) => isUsed(id, filter));
  const unused = entries.filter(([id, filter]) => !isUsed(id, filter));
  return (
    <>
      {searchLabel ? <SearchBox state={state} label={searchLabel} /> : null}
      {used.map(([id, filter]) => (
        <FilterChip
          key={id}
          id={id}
          filter={filter}
          state={state}
          isNew={id === added}
          onClosed={() => setAdded(null)}
        />
      ))}
      {unused.length > 0 ? (
        <MenuDropdown
          menu={{
            items: unused.map(([id, filter]) => ({ key: id, label: filter.label })),
            onClick: ({ key }) => setAdded(key),
          }}
        >
          <Button icon={<PlusOutlined aria-hidden />}>{t('list.addFilter')}</Button>
        </MenuDropdown>
      ) : null}
      {used.length > 0 ? (
        <Button type="link" size="small" onClick={state.clearFilters}>
          {t('list.clearFilters')}
        </Button>
      ) : null}
    </>
  );
}
