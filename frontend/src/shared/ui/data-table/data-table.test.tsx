import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { answer, api } from '@/shared/api/client';
import { renderPage } from '@/shared/testing/render-page';
import { type Call, fakeService, pageOf, problem } from '@/shared/testing/service';
import type { Column } from './columns';
import { DataTable } from './data-table';
import { FilterBar } from './filter-bar';
import { listSearch } from './filters';
import { useListState } from './list-state';
import { neighboursOf } from './neighbours';

type Row = { id: string; name: string; number: string };
const kinds = { state: 'choice' } as const;
const columns: Column<Row>[] = [
  { id: 'name', title: '名称', sort: 'name', heading: true, render: ({ name }) => name },
  { id: 'number', title: '编号', render: ({ number }) => number },
];
const row = (n: number): Row => ({ id: `c${n}`, name: `客户${n}`, number: `KH-${n}` });
const opened = vi.fn();
const bulk = vi.fn();

function ListPage() {
  const state = useListState(kinds);
  const query = useQuery({
    queryKey: ['client', 'list', state.query],
    queryFn: () => answer(api.GET('/api/v1/clients', { params: { query: state.query } })) as never,
    placeholderData: keepPreviousData,
  });
  return (
    <DataTable<Row>
      list="clients"
      label="客户"
      columns={columns}
      query={query as never}
      state={state}
      openRow={opened}
      firstUse={{ title: '还没有客户', hint: '新建或导入客户' }}
      bulkActions={[{ id: 'x', label: '移交', run: bulk }]}
      controls={() => (
        <FilterBar
          filters={{
            state: { kind: 'choice', label: '状态', options: [{ value: 'EXISTING', label: '现有客户' }] },
          }}
          state={state}
          searchLabel="查找客户"
        />
      )}
    />
  );
}

const show = (handler: (call: Call) => ReturnType<typeof pageOf>, at = '/') => {
  const calls = fakeService({ 'GET /clients': handler });
  return renderPage(ListPage, { at, validateSearch: listSearch(kinds) }).then((page) => ({ ...page, calls }));
};

describe('the states of a list', () => {
  it('says what to do first when there was never anything', async () => {
    await show(() => pageOf([]));
    expect(await screen.findByText('还没有客户')).toBeVisible();
  });

  it('offers to clear the filters when they leave nothing', async () => {
    const { router } = await show(({ query }) => pageOf(query.get('q') ? [] : [row(1)]), '/?q=zzz');
    await userEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
    expect(await screen.findByText('客户1')).toBeVisible();
    expect(router.state.location.search).toEqual({});
  });

  it('shows an error with its request id, and tries again', async () => {
    let isBroken = true;
    await show(() => (isBroken ? problem(500, 'INTERNAL') : pageOf([row(1)])) as never);
    expect(await screen.findByText('req-7')).toBeVisible();
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('客户1')).toBeVisible();
  });

  it('says of a list that one may not see, in one place, why and who may', async () => {
    const refusal = { detail: '缺少权限 查看客户', escalation: 'client.read' };
    await show(() => problem(403, 'PERMISSION_MISSING', refusal) as never);
    expect(await screen.findByText('您没有查看此列表的权限')).toBeVisible();
    const why = screen.getByRole('alert');
    expect(why.closest('.zd-empty')).not.toBeNull();
    expect(why).toHaveTextContent(/缺少权限 查看客户.*可请持有“client.read”.*请向部门负责人.*req-7/);
  });

  it.each(['/?created_from=2020-01-01', '/?sort=moon'])(
    'offers to clear the address that the service refuses, and no retry of it: %s',
    async (at) => {
      const { router } = await show(
        ({ query }) =>
          query.has('created_from') || query.has('sort')
            ? (problem(400, 'UNKNOWN_PARAMETER') as never)
            : pageOf([row(1)]),
        at,
      );
      await userEvent.click(await screen.findByRole('button', { name: '清除筛选' }));
      expect(await screen.findByText('客户1')).toBeVisible();
      expect(router.state.location.search).toEqual({});
    },
  );

  it('tries again where there is nothing in the address to clear', async () => {
    await show(() => problem(400, 'MALFORMED_REQUEST') as never);
    expect(await screen.findByRole('button', { name: '重试' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '清除筛选' })).toBeNull();
  });

  it('says that the service cannot be reached', async () => {
    await show(() => {
      throw new TypeError('failed to fetch');
    });
    expect(await screen.findByText('当前无法连接服务')).toBeVisible();
  });
});

describe('the address of a list', () => {
  it('pages forward and back by cursor, and starts over when the order changes', async () => {
    const { router, calls } = await show(({ query }) =>
      query.get('cursor') === 'B' ? pageOf([row(2)]) : pageOf([row(1)], { has_more: true, next_cursor: 'B' }),
    );
    await screen.findByText('客户1');
    await userEvent.click(screen.getByRole('button', { name: '下一页' }));
    await screen.findByText('客户2');
    expect(router.state.location.search).toEqual({ cursor: 'B', page: 2 });
    await userEvent.click(screen.getByRole('button', { name: '上一页' }));
    await screen.findByText('客户1');
    expect(router.state.location.search).toEqual({});
    await userEvent.click(screen.getByRole('button', { name: '下一页' }));
    await screen.findByText('客户2');
    await userEvent.click(screen.getByRole('button', { name: /名称/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ sort: 'name' }));
    expect(calls.at(-1)?.query.get('cursor')).toBeNull();
    expect(screen.getByRole('columnheader', { name: /名称/ })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('holds a filter as typed, repeated for several values', async () => {
    const { router, calls } = await show(() => pageOf([row(1)]));
    await screen.findByText('客户1');
    await userEvent.click(screen.getByRole('button', { name: /筛选/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: '状态' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: '现有客户' }));
    await userEvent.click(screen.getByRole('button', { name: '应用' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ state: ['EXISTING'] }));
    await waitFor(() => expect(calls.at(-1)?.query.getAll('state')).toEqual(['EXISTING']));
  });

  it('searches once the typing rests', async () => {
    const { calls } = await show(() => pageOf([row(1)]));
    await screen.findByText('客户1');
    await userEvent.type(screen.getByRole('searchbox', { name: '查找客户' }), '精密');
    await waitFor(() => expect(calls.at(-1)?.query.get('q')).toBe('精密'));
    expect(calls.filter(({ query }) => query.get('q') === '精')).toHaveLength(0);
  });
});

describe('the rows of a list', () => {
  it('are walked, ticked and opened from the keyboard', async () => {
    await show(() => pageOf([row(1), row(2), row(3)]));
    await screen.findByText('客户1');
    const rows = within(screen.getAllByRole('rowgroup')[1] as HTMLElement).getAllByRole('row');
    rows[0]?.focus();
    await userEvent.keyboard('jjkx');
    expect(rows[1]).toHaveFocus();
    expect(screen.getByText('已选 1 条')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(opened).toHaveBeenCalledWith(row(2));
  });

  it('are acted on by id, or all that match the filters', async () => {
    await show(() => pageOf([row(1), row(2)], { total: 120 }), '/?q=客户');
    await screen.findByText('客户1');
    await userEvent.click(screen.getByRole('checkbox', { name: '选择本页全部' }));
    await userEvent.click(screen.getByRole('button', { name: '移交' }));
    expect(bulk).toHaveBeenLastCalledWith({ kind: 'IDS', ids: ['c1', 'c2'] });
    await userEvent.click(screen.getByRole('button', { name: /选择全部 120 条/ }));
    await userEvent.click(screen.getByRole('button', { name: '移交' }));
    expect(bulk).toHaveBeenLastCalledWith({ kind: 'ALL_MATCHING', query: { q: '客户' } });
  });

  it('are remembered, so that a record knows its neighbours', async () => {
    await show(() => pageOf([row(1), row(2), row(3)]));
    await screen.findByText('客户1');
    expect(neighboursOf('clients', 'c2')).toMatchObject({ previous: 'c1', next: 'c3' });
  });

  it('keep the columns a person chose', async () => {
    await show(() => pageOf([row(1)]));
    await screen.findByText('客户1');
    await userEvent.click(screen.getByRole('button', { name: '列设置' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: '编号' }));
    expect(screen.queryByRole('columnheader', { name: /编号/ })).toBeNull();
    expect(JSON.parse(localStorage.getItem('zhidu.columns.clients') ?? '[]')).toContainEqual(
      expect.objectContaining({ id: 'number', shown: false }),
    );
  });
});
