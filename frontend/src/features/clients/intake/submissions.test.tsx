import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { ProposeClientPage } from './propose-pages';
import { ProposedRecords } from './proposed-records';
import { SubmissionActions } from './submission-actions';
import { kindOfWhole, submissionKind } from './submission-kind';
import { SubmissionListPage } from './submission-list-page';
import { ProposedChanges } from './submission-page';
import type { ProposedRecord, Submission } from './submission-queries';

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
  records: [],
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

const moved: ProposedRecord = {
  kind: 'CONTACT',
  name: '何静怡',
  record_id: 'k1',
  record_version: 1,
  current_version: 2,
  conflict: true,
  removed: false,
  payload: { mobile: '13900139000' } as never,
  changes: [{ field: 'mobile', current: '13800138000', proposed: '13900139000' }] as never,
};
const added: ProposedRecord = {
  kind: 'PURCHASE',
  name: '有机大米',
  record_id: null,
  record_version: null,
  current_version: null,
  conflict: false,
  removed: false,
  payload: { product: '有机大米', amount: { amount: '12800.00', currency: 'CNY' } } as never,
  changes: [],
};
const gone: ProposedRecord = { ...moved, record_id: 'k2', removed: true, changes: [] };

describe('people, papers and purchases handed in with it', () => {
  it('stand beside what the file says, each with what has become of it since', async () => {
    await renderPage(() => <ProposedRecords records={[moved, added, gone]} />);
    const [changed, bought, taken] = screen.getAllByRole('listitem');
    expect(within(changed as HTMLElement).getByRole('heading', { name: /何静怡/ })).toBeInTheDocument();
    expect(within(changed as HTMLElement).getByText('13800138000')).toBeInTheDocument();
    expect(within(changed as HTMLElement).getByText('提交之后该记录已有更新')).toBeInTheDocument();
    expect(within(bought as HTMLElement).getByText('12,800.00')).toBeInTheDocument();
    expect(within(bought as HTMLElement).queryByText('档案现值')).toBeNull();
    expect(within(taken as HTMLElement).getByText('档案中已移除，受理时不写入')).toBeInTheDocument();
  });

  it('are accepted against the versions that stand beside them, without what was taken out', async () => {
    const calls = fakeService({
      'POST /clients/actions/find-duplicates': () => ({ body: { items: [] } }),
      'POST /client-submissions/s1/actions/accept': () => ({ body: submission }),
    });
    const whole = { ...submission, client, client_version: 1, records: [moved, added, gone] };
    await renderPage(() => <SubmissionActions submission={whole} />);
    await userEvent.click(screen.getByRole('button', { name: '受理并录入' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/提交之后档案已有更新/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: '受理并录入' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/accept'))).toBe(true));
    const body = calls.find(({ path }) => path.endsWith('/accept'))?.body;
    expect(body).toMatchObject({
      records: [
        { record_id: 'k1', record_version: 2 },
        { kind: 'PURCHASE', record_version: null },
      ],
    });
  });
});

describe('proposing a client', () => {
  it('hands in the first contact as a record of its own, and shows what is wrong with it on its field', async () => {
    const errors = [
      { pointer: '/records/0/payload/mobile', code: 'FORMAT', detail: '格式不正确', params: {} },
    ];
    const calls = fakeService({
      ...rights('client.collect'),
      'POST /clients/actions/find-duplicates': () => ({ body: { items: [] } }),
      'POST /client-submissions': () => problem(422, 'VALIDATION_FAILED', { errors }),
    });
    await renderPage(ProposeClientPage);
    await userEvent.type(await screen.findByLabelText(/客户名称/), '锦川机电');
    await userEvent.type(screen.getByLabelText('姓名'), '何静怡');
    await userEvent.type(screen.getByLabelText('手机'), '13800');
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    await screen.findByText('格式不正确');
    expect(screen.getByLabelText('手机')).toBeInvalid();
    const body = calls.find(({ method, path }) => method === 'POST' && path === '/client-submissions')?.body;
    expect(body).toMatchObject({
      payload: { name: '锦川机电' },
      records: [{ kind: 'CONTACT', payload: { name: '何静怡', mobile: '13800' } }],
    });
    expect(body).not.toHaveProperty('payload.contact');
  });

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
