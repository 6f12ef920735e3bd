import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, rights } from '@/shared/testing/service';
import { ProposeClientPage } from './propose-pages';
import { SubmissionActions } from './submission-actions';
import { kindOfWhole, submissionKind } from './submission-kind';
import { SubmissionListPage } from './submission-list-page';
import { ProposedChanges } from './submission-page';
import type { Submission } from './submission-queries';

const submission: Submission = {
  id: 's1',
  client: null,
  client_name: '锦川机电',
  client_version: null,
  state: 'PENDING',
  conflict: false,
  submitted_at: '2026-11-24T01:00:00Z',
  submitted_by: { id: 'p1', name: '姜思涵' },
  version: 1,
  payload: { name: '锦川机电', telephone: '028-85550101' } as never,
  changes: [],
  allowed_actions: [{ action: 'accept', enabled: true, reasons: [] }],
};
const client = { id: 'c1', number: 'KH-1', name: '锦川机电', version: 1 };

describe('what kind of submission it was', () => {
  it('is what it was when submitted, also once the new client has a file', () => {
    const accepted = { ...submission, state: 'ACCEPTED' as const, client };
    expect(kindOfWhole(accepted)).toBe('NEW');
    expect(kindOfWhole({ ...accepted, client_version: 3 })).toBe('CHANGE');
    const { client_version: _, ...row } = accepted;
    expect(submissionKind(row)).toBeNull();
    expect(submissionKind({ ...row, state: 'RETURNED' })).toBe('CHANGE');
    expect(submissionKind({ ...row, client: null, state: 'RETURNED' })).toBe('NEW');
  });

  it('is not called a change in the list where the list does not tell', async () => {
    const { client_version: _, ...row } = { ...submission, state: 'ACCEPTED', client };
    fakeService({ ...rights(), 'GET /client-submissions': () => pageOf([row]) });
    await renderPage(SubmissionListPage);
    expect(await screen.findByText('已录入')).toBeInTheDocument();
    expect(screen.queryByText('档案变更')).toBeNull();
  });

  it('shows no present values where there is nothing to compare with any more', async () => {
    for (const client_version of [null, 3]) {
      const settled = { ...submission, state: 'ACCEPTED' as const, client, client_version };
      await renderPage(() => <ProposedChanges submission={settled} />);
    }
    expect(screen.getAllByText('提交值')).toHaveLength(2);
    expect(screen.queryByText('档案现值')).toBeNull();
  });
});

describe('accepting a client who may have a file', () => {
  it('names the file before anything is asked, and asks without finding fault', async () => {
    const match = { client: { ...client, id: 'c9' }, matched_on: ['TELEPHONE'], visible: true };
    const calls = fakeService({
      'POST /clients/actions/find-duplicates': () => ({ body: { items: [match] } }),
      'POST /client-submissions/s1/actions/accept': () => ({ body: submission }),
    });
    await renderPage(() => <SubmissionActions submission={submission} />);
    await userEvent.click(screen.getByRole('button', { name: '受理并录入' }));
    const dialog = await screen.findByRole('dialog');
    const file = await within(dialog).findByRole('link', { name: /锦川机电/ });
    expect(file).toHaveAttribute('href', '/records/c9');
    expect(calls[0]?.body).toEqual({ name: '锦川机电', telephone: '028-85550101' });
    const reason = within(dialog).getByLabelText(/确认不是重复的理由/);
    expect(reason).not.toBeInvalid();
    expect(within(dialog).queryByText(/请输入/)).toBeNull();
    await userEvent.type(reason, '同一电话的另一家公司');
    await userEvent.click(within(dialog).getByRole('button', { name: '受理并录入' }));
    await waitFor(() =>
      expect(calls.find(({ path }) => path.endsWith('/accept'))?.body).toMatchObject({
        confirm_duplicates: true,
        duplicate_reason: '同一电话的另一家公司',
      }),
    );
  });

  it('asks about a change by what it changes, and leaves the file itself out', async () => {
    const calls = fakeService({
      'POST /clients/actions/find-duplicates': () => ({ body: { items: [] } }),
    });
    const change = {
      ...submission,
      client,
      client_version: 1,
      changes: [{ field: 'name', current: '锦川机电', proposed: '锦川电器' }] as never,
    };
    await renderPage(() => <SubmissionActions submission={change} />);
    await userEvent.click(screen.getByRole('button', { name: '受理并录入' }));
    await waitFor(() => expect(calls[0]?.body).toEqual({ name: '锦川电器', exclude_id: 'c1' }));
  });
});

describe('proposing a client', () => {
  it.each([
    ['a salesperson', [], false],
    ['whoever may begin files of group-buy clients', ['client.create-group-buy'], true],
  ])('asks %s for what is accepted of them', async (_, held, isAsked) => {
    const calls = fakeService({ ...rights('client.collect', ...held) });
    await renderPage(ProposeClientPage);
    await waitFor(() => expect(calls.some(({ path }) => path === '/me/permissions')).toBe(true));
    await screen.findByLabelText(/客户名称/);
    if (isAsked) expect(await screen.findByText('团购客户')).toBeInTheDocument();
    else expect(screen.queryByText('团购客户')).toBeNull();
  });
});
