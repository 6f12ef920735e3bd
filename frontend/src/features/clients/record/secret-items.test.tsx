import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf } from '@/shared/testing/service';
import { AttachmentsTab } from './attachments-tab';
import { CommentForm } from './comment-form';
import { InteractionsTab } from './interactions-tab';

const file = { id: 'c1', level: 'SECRET' } as const;
const secrecy = { level: 'CONFIDENTIAL', level_until: '2031-12-31', content: 'BUSINESS_DETAILS' };
const paper = {
  id: 'a1',
  client_id: 'c1',
  file_name: '底价.pdf',
  kind: 'QUOTATION',
  size: 1,
  created_by: { id: 'p1', name: '程涛' },
  created_at: '2026-11-24T01:00:00Z',
  version: 3,
  allowed_actions: [{ action: 'classify', enabled: true, reasons: [] }],
};
const cleared = (clearance: number) => ({
  'GET /me': () => ({ body: { id: 'p9', name: '沈慧敏', clearance } }),
});
const choose = async (within_: ReturnType<typeof within>, label: string, title: string) => {
  fireEvent.mouseDown(within_.getByLabelText(label));
  await userEvent.click(await screen.findByTitle(title));
};

describe('the level of an item', () => {
  it('is set with its content and reason, on the version that was looked at', async () => {
    const act = '/clients/c1/attachments/a1/actions/classify';
    const calls = fakeService({
      ...cleared(3),
      'GET /clients/c1/attachments': () => pageOf([paper]),
      [`POST ${act}`]: () => ({ body: paper }),
    });
    await renderPage(() => <AttachmentsTab client={file} mayAdd={false} />);
    await userEvent.click(await screen.findByRole('button', { name: '定单项密级' }));
    const dialog = within(await screen.findByRole('dialog'));
    await choose(dialog, '密级', '机密');
    await userEvent.type(dialog.getByLabelText('理由'), '含底价');
    const send = dialog.getByRole('button', { name: '定单项密级' });
    await userEvent.click(send);
    expect(await dialog.findByText('请选择涉密内容')).toBeInTheDocument();
    await choose(dialog, '涉密内容', '重要业务往来细节');
    await userEvent.click(send);
    await waitFor(() => expect(calls.some(({ path }) => path === act)).toBe(true));
    const sent = calls.find(({ path }) => path === act);
    expect(sent?.body).toEqual({
      secrecy: { level: 'CONFIDENTIAL', content: 'BUSINESS_DETAILS' },
      reason: '含底价',
    });
    expect(sent?.headers.get('If-Match')).toBe('"3"');
  });

  it('goes back to that of the file', async () => {
    const act = '/clients/c1/attachments/a1/actions/classify';
    const calls = fakeService({
      ...cleared(3),
      'GET /clients/c1/attachments': () => pageOf([{ ...paper, secrecy }]),
      [`POST ${act}`]: () => ({ body: paper }),
    });
    await renderPage(() => <AttachmentsTab client={file} mayAdd={false} />);
    expect(await screen.findByText(/保密期限至 2031-12-31 · 重要业务往来细节/)).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: '定单项密级' }));
    const dialog = within(await screen.findByRole('dialog'));
    await choose(dialog, '密级', '同档案（秘密）');
    await userEvent.type(dialog.getByLabelText('理由'), '已公开报价');
    await userEvent.click(dialog.getByRole('button', { name: '定单项密级' }));
    await waitFor(() =>
      expect(calls.find(({ path }) => path === act)?.body).toEqual({ secrecy: null, reason: '已公开报价' }),
    );
  });

  it('is not set by whoever may not, nor where there is none above the file', async () => {
    const forbidden = { ...paper, allowed_actions: [{ action: 'classify', enabled: false, reasons: [] }] };
    fakeService({ ...cleared(3), 'GET /clients/c1/attachments': () => pageOf([forbidden]) });
    await renderPage(() => <AttachmentsTab client={file} mayAdd />);
    await screen.findByRole('heading', { name: /底价\.pdf/ });
    expect(screen.queryByRole('button', { name: '定单项密级' })).toBeNull();
    expect(await screen.findByRole('button', { name: '设定密级' })).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('what is written', () => {
  it('has no level to be given by whoever is cleared for no more than the file', async () => {
    fakeService({ ...cleared(1), 'GET /clients/c1/attachments': () => pageOf([]) });
    await renderPage(() => <AttachmentsTab client={file} mayAdd />);
    await screen.findByText('还没有记录');
    expect(screen.queryByRole('button', { name: '设定密级' })).toBeNull();
  });

  it('is uploaded with its level as a part of the form', async () => {
    const append = vi.spyOn(FormData.prototype, 'append');
    fakeService({ ...cleared(2), 'GET /clients/c1/attachments': () => pageOf([]) });
    await renderPage(() => <AttachmentsTab client={file} mayAdd />);
    const form = within(await screen.findByRole('form', { name: '归档文件' }));
    const input = document.querySelector('input[type="file"]') as HTMLInputElement;
    await userEvent.upload(input, new File(['x'], '底价.pdf', { type: 'application/pdf' }));
    await userEvent.click(await form.findByRole('button', { name: '设定密级' }));
    await choose(form, '密级', '机密');
    await userEvent.click(form.getByRole('button', { name: '归档文件' }));
    expect(await form.findByRole('alert')).toHaveTextContent('请选择涉密内容');
    expect(append).not.toHaveBeenCalled();
    await choose(form, '涉密内容', '主要客户的重要信息');
    await userEvent.click(form.getByRole('button', { name: '归档文件' }));
    await waitFor(() => expect(append).toHaveBeenCalled());
    const part = append.mock.calls.find(([name]) => name === 'secrecy')?.[1];
    expect(JSON.parse(String(part))).toEqual({ level: 'CONFIDENTIAL', content: 'IMPORTANT_INFORMATION' });
    append.mockRestore();
  });

  it('is said with its level, and without one again once it is folded away', async () => {
    const calls = fakeService({
      ...cleared(2),
      'POST /clients/c1/comments': () => ({ status: 201, body: {} }),
    });
    await renderPage(() => <CommentForm client={file} />);
    const form = within(screen.getByRole('form', { name: '发表评论' }));
    await userEvent.type(form.getByLabelText('写给同事的话'), '可再让两个点');
    await userEvent.click(await form.findByRole('button', { name: '设定密级' }));
    await choose(form, '密级', '机密');
    await choose(form, '涉密内容', '对重要客户的特殊营销策略');
    await userEvent.click(form.getByRole('button', { name: '发表评论' }));
    const said = () => calls.filter(({ method }) => method === 'POST');
    await waitFor(() => expect(said()).toHaveLength(1));
    expect(said()[0]?.body).toEqual({
      body: '可再让两个点',
      mentions: [],
      secrecy: { level: 'CONFIDENTIAL', content: 'MARKETING_TACTICS' },
    });
    await userEvent.type(form.getByLabelText('写给同事的话'), '另议');
    await userEvent.click(await form.findByRole('button', { name: '设定密级' }));
    await choose(form, '密级', '机密');
    await userEvent.click(form.getByRole('button', { name: '按档案密级' }));
    await userEvent.click(form.getByRole('button', { name: '发表评论' }));
    await waitFor(() => expect(said()).toHaveLength(2));
    expect(said()[1]?.body).toEqual({ body: '另议', mentions: [] });
  });

  it('is recorded of a meeting with its level', async () => {
    const calls = fakeService({
      ...cleared(3),
      'GET /clients/c1/interactions': () => pageOf([]),
      'GET /clients/c1/contacts': () => pageOf([]),
      'POST /clients/c1/interactions': () => ({ status: 201, body: {} }),
    });
    await renderPage(() => <InteractionsTab client={file} mayAdd />);
    await userEvent.click(await screen.findByRole('button', { name: '登记往来' }));
    const dialog = within(await screen.findByRole('dialog'));
    await choose(dialog, '方式', '拜访');
    await userEvent.type(dialog.getByLabelText('要点'), '谈到底价');
    await userEvent.click(dialog.getByRole('button', { name: '设定密级' }));
    await choose(dialog, '密级', '绝密');
    await choose(dialog, '涉密内容', '重要业务往来细节');
    await userEvent.click(dialog.getByRole('button', { name: '登记往来' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      summary: '谈到底价',
      secrecy: { level: 'TOP_SECRET', content: 'BUSINESS_DETAILS' },
    });
  });
});
