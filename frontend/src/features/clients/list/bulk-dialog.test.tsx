import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf } from '@/shared/testing/service';
import BulkDialog from './bulk-dialog';

const job = (id: string) => ({
  id,
  kind: 'client.bulk',
  state: 'DONE',
  owner: { id: 'p', name: '姜思涵' },
  progress_done: 2,
  progress_total: 2,
  result: null,
  problem: null,
  created_at: '2026-11-22T01:00:00Z',
  version: 1,
  allowed_actions: [],
});
const refused = {
  position: 2,
  outcome: 'REFUSED',
  resource_id: 'c2',
  label: 'KH-2 乙公司',
  errors: [{ pointer: '', code: 'CLIENT_UNCHANGED', detail: '新值与现值相同', params: {} }],
};
const done = { position: 1, outcome: 'DONE', resource_id: 'c1', label: 'KH-1 甲公司', errors: [] };

describe('an act on many files', () => {
  it('is rehearsed first, shown file by file, and carried out only when asked', async () => {
    const calls = fakeService({
      'POST /clients/actions/bulk': ({ body }) => ({
        status: 202,
        body: job((body as { dry_run: boolean }).dry_run ? 'rehearsal' : 'run'),
      }),
      'GET /jobs/rehearsal': () => ({ body: job('rehearsal') }),
      'GET /jobs/rehearsal/rows': () => pageOf([done, refused]),
      'GET /jobs/run': () => ({ body: job('run') }),
      'GET /jobs/run/rows': () => pageOf([done, refused]),
    });
    const bulk = {
      action: 'VERIFY',
      selection: { kind: 'ALL_MATCHING', query: { tier: ['KEY', 'CORE'], sort: 'name' } },
    } as const;
    await renderPage(() => <BulkDialog bulk={bulk} onClose={() => undefined} />);
    await userEvent.click(await screen.findByRole('combobox', { name: '核定结果' }));
    await userEvent.click(await screen.findByTitle('核定无误'));
    await userEvent.click(screen.getByRole('button', { name: '预览结果' }));

    const row = (await screen.findByText('KH-2 乙公司')).closest('tr') as HTMLElement;
    expect(within(row).getByText('将被拒绝')).toBeInTheDocument();
    expect(within(row).getByText('新值与现值相同')).toBeInTheDocument();
    const asked = () => calls.filter(({ method }) => method === 'POST').map(({ body }) => body);
    const request = {
      action: 'VERIFY',
      filter: 'tier=KEY&tier=CORE&sort=name',
      input: { result: 'CONFIRMED' },
    };
    expect(asked()).toEqual([{ ...request, dry_run: true }]);

    await userEvent.click(await screen.findByRole('button', { name: '确认执行' }));
    const after = (await screen.findByRole('cell', { name: '被拒绝' })).closest('tr');
    expect(after).toHaveTextContent('KH-2 乙公司');
    expect(asked()).toEqual([
      { ...request, dry_run: true },
      { ...request, dry_run: false },
    ]);
    expect(screen.queryByRole('button', { name: '确认执行' })).toBeNull();
  });
});
