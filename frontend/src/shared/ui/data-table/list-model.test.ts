import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Column, mergeSettings, useColumns } from './columns';
import { listSearch } from './filters';
import { useSteadyRows } from './steady-rows';

describe('the search of a list', () => {
  const read = listSearch({
    state: 'choice',
    owner_id: 'person',
    unread: 'yes-no',
    updated: 'dates',
    completeness: 'numbers',
  });

  it('keeps what fits its filters and drops the rest', () => {
    expect(
      read({
        state: 'KEY',
        owner_id: 'p1',
        unread: 'perhaps',
        updated_after: '2026-01-01',
        updated_before: 'soon',
        completeness_max: '99',
        hack: 1,
        limit: 33,
        q: 2026,
      }),
    ).toEqual({
      state: ['KEY'],
      owner_id: 'p1',
      updated_after: '2026-01-01',
      completeness_max: 99,
      q: '2026',
    });
  });
});

describe('column settings', () => {
  const columns: Column<unknown>[] = ['a', 'b', 'c'].map((id) => ({
    id,
    title: id,
    render: () => null,
    hidden: id === 'c',
  }));

  it('survive columns that came and went since they were kept', () => {
    const kept = [
      { id: 'b', shown: false, pinned: true, width: 20 },
      { id: 'gone', shown: true, pinned: false, width: 100 },
      'junk',
    ];
    expect(mergeSettings(columns, kept)).toEqual([
      { id: 'b', shown: false, pinned: true, width: 64 },
      { id: 'a', shown: true, pinned: false, width: 140 },
      { id: 'c', shown: false, pinned: false, width: 140 },
    ]);
  });
});

describe('a column that takes what is left', () => {
  const columns: Column<unknown>[] = [
    { id: 'number', title: 'number', render: () => null, width: 100 },
    { id: 'text', title: 'text', render: () => null, width: 300, grow: true },
  ];
  const start = () => renderHook(() => useColumns('rules', columns)).result;
  const growing = ({ current }: ReturnType<typeof start>) =>
    current.shown.filter(({ grows }) => grows).map(({ id }) => id);

  it('grows until the person sizes it, and again once the columns are as they were', () => {
    const state = start();
    expect(growing(state)).toEqual(['text']);
    act(() => state.current.resize('number', 120));
    expect(growing(state)).toEqual(['text']);
    act(() => state.current.resize('text', 420));
    expect(growing(state)).toEqual([]);
    act(() => state.current.reset());
    expect(growing(state)).toEqual(['text']);
  });

  it('stands still where it is pinned', () => {
    const state = start();
    act(() => state.current.change(state.current.settings.map((one) => ({ ...one, pinned: true }))));
    expect(growing(state)).toEqual([]);
  });
});

describe('live rows', () => {
  const idOf = ({ id }: { id: string }) => id;
  const show = (rows: { id: string; v: number }[], isHeld: boolean) => ({ rows, isHeld });
  const start = (props: ReturnType<typeof show>) =>
    renderHook(({ rows, isHeld }) => useSteadyRows(rows, 'page', isHeld, idOf), { initialProps: props });

  it('do not move under the pointer, but show their newest content', () => {
    const { result, rerender } = start(
      show(
        [
          { id: 'a', v: 1 },
          { id: 'b', v: 1 },
        ],
        true,
      ),
    );
    rerender(
      show(
        [
          { id: 'n', v: 1 },
          { id: 'b', v: 2 },
          { id: 'a', v: 1 },
        ],
        true,
      ),
    );
    expect(result.current.rows).toEqual([
      { id: 'a', v: 1 },
      { id: 'b', v: 2 },
    ]);
    expect(result.current.hasNews).toBe(true);
    rerender(
      show(
        [
          { id: 'n', v: 1 },
          { id: 'b', v: 2 },
          { id: 'a', v: 1 },
        ],
        false,
      ),
    );
    expect(result.current.rows.map(idOf)).toEqual(['n', 'b', 'a']);
    expect(result.current.hasNews).toBe(false);
  });
});
