import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { ActionBar } from './action-bar';

const actions = [
  {
    action: 'verify',
    label: '复核',
    primary: true,
    form: (done: () => void) => (
      <button type="button" onClick={done}>
        完成复核
      </button>
    ),
  },
  { action: 'merge', label: '合并', form: () => <p>合并表单</p> },
  { action: 'hand-over', label: '移交', form: () => <p>移交表单</p> },
];
const allowed = [
  { action: 'verify', enabled: true, reasons: [] },
  {
    action: 'merge',
    enabled: false,
    reasons: [
      { code: 'OPEN_ORDERS', clauses: [{ id: 'A-CLI-20', title: '未结事项' }], detail: '还有 3 笔未结订单' },
    ],
  },
];

describe('the actions of a record', () => {
  it('open their form when allowed, and close it when done', async () => {
    await renderPage(() => <ActionBar allowed={allowed} actions={actions} />);
    await userEvent.click(screen.getByRole('button', { name: '复核' }));
    const done = await screen.findByRole('button', { name: '完成复核' });
    await userEvent.click(done);
    await waitFor(() => expect(done).not.toBeInTheDocument());
  });

  it('say from the keyboard which rule stands against them, and open nothing', async () => {
    await renderPage(() => <ActionBar allowed={allowed} actions={actions} />);
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: /合并/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('还有 3 笔未结订单')).toBeInTheDocument();
    expect(screen.getByText('依据 A-CLI-20《未结事项》')).toBeInTheDocument();
    expect(screen.queryByText('合并表单')).toBeNull();
  });

  it('name every rule that refuses, and the next Tab leads to its page', async () => {
    const clauses = [
      { id: 'A-CLI-02', title: '基本档案' },
      { id: 'A-CLI-10', title: '季度核定' },
    ];
    const reasons = [{ code: 'TWO_RULES', clause: clauses[0], clauses, detail: '两条都不满足' }];
    const { router } = await renderPage(() => (
      <ActionBar allowed={[{ action: 'merge', enabled: false, reasons }]} actions={actions} />
    ));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const second = await screen.findByRole('link', { name: '依据 A-CLI-10《季度核定》' });
    await userEvent.tab();
    expect(screen.getByRole('link', { name: '依据 A-CLI-02《基本档案》' })).toHaveFocus();
    await userEvent.click(second);
    expect(router.state.location.pathname).toBe('/handbook/rules/A-CLI-10');
  });

  it('are not shown when the service does not name them', async () => {
    await renderPage(() => <ActionBar allowed={allowed} actions={actions} />);
    expect(screen.queryByRole('button', { name: '移交' })).toBeNull();
  });
});
