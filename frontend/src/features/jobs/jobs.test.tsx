import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, rights } from '@/shared/testing/service';
import { JobActions } from './job-actions';
import { JobListPage } from './job-list-page';
import { isFinished, type Job, nextLook } from './queries';
import { jobSearch } from './search';

const job: Job = {
  id: 'j1',
  kind: 'client.import',
  state: 'DONE',
  owner: { id: 'p1', name: '姜思涵' },
  progress_done: 3,
  progress_total: 3,
  created_at: '2026-11-24T01:00:00Z',
  finished_at: '2026-11-24T01:00:09Z',
  version: 4,
  allowed_actions: [
    {
      action: 'cancel',
      enabled: false,
      reasons: [{ code: 'JOB_FINISHED', clauses: [], detail: '任务已经结束' }],
    },
    { action: 'undo', enabled: true, reasons: [] },
  ],
};

it('only what has ended is not looked at again', () => {
  expect(['DONE', 'FAILED', 'CANCELLED'].every((state) => isFinished({ state } as Job))).toBe(true);
  expect(['QUEUED', 'RUNNING'].some((state) => isFinished({ state } as Job))).toBe(false);
});

it('what could not be read is not looked at again without end', () => {
  expect(nextLook(undefined, 800)).toBe(false);
  expect(nextLook([], 800)).toBe(false);
  expect(nextLook([job], 800)).toBe(false);
  expect(nextLook([job, { state: 'RUNNING' }], 800)).toBe(800);
});

describe('the list of jobs', () => {
  it('follows those that run to their end', async () => {
    let looks = 0;
    fakeService({
      ...rights(),
      'GET /jobs': () => {
        looks += 1;
        return pageOf([looks === 1 ? { ...job, state: 'RUNNING', progress_done: 1 } : job]);
      },
    });
    await renderPage(JobListPage, { validateSearch: jobSearch });
    expect(await screen.findByText('已处理 1 / 3')).toBeInTheDocument();
    expect(await screen.findByText('已处理 3 / 3')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '导入客户' })).toHaveAttribute('href', '/jobs/j1');
    expect(screen.queryByText('所有人的任务')).toBeNull();
  });

  it('tells a check from the import itself', async () => {
    const check = { ...job, id: 'j0', result: { dry_run: true, rows: 3, good: 3 } };
    const run = { ...job, result: { dry_run: false, rows: 3, good: 3 } };
    fakeService({ ...rights(), 'GET /jobs': () => pageOf([run, check]) });
    await renderPage(JobListPage, { validateSearch: jobSearch });
    const tag = await screen.findByText('试运行');
    expect(tag.closest('td')).toContainElement(screen.getAllByRole('link', { name: '导入客户' })[1] ?? null);
  });

  it("asks for everybody's only where that is permitted", async () => {
    const calls = fakeService({ ...rights('job.read-all'), 'GET /jobs': () => pageOf([job]) });
    await renderPage(JobListPage, { validateSearch: jobSearch });
    await userEvent.click(await screen.findByText('所有人的任务'));
    await waitFor(() =>
      expect(calls.some(({ path, query }) => path === '/jobs' && query.get('everybody') === 'true')).toBe(
        true,
      ),
    );
  });
});

describe('the acts on a job', () => {
  it('say why it cannot be stopped, and undo it after a word of what that means', async () => {
    const calls = fakeService({
      'POST /jobs/j1/actions/undo': () => ({ status: 202, body: { ...job, id: 'j2', kind: 'job-undo' } }),
    });
    await renderPage(() => <JobActions job={job} />);
    await userEvent.click(screen.getByRole('button', { name: /停止任务/ }));
    expect(await screen.findByText('任务已经结束')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '撤销任务' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('逐条撤回');
    expect(calls).toEqual([]);
    const [, confirm] = screen.getAllByRole('button', { name: '撤销任务' });
    await userEvent.click(confirm as HTMLElement);
    await waitFor(() => expect(calls[0]?.headers.get('If-Match')).toBe('"4"'));
  });
});
