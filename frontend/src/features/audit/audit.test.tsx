import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { AuditEntryPage } from './audit-entry-page';
import { AuditListPage } from './audit-list-page';
import type { AuditEntry } from './queries';
import { auditSearch } from './search';

const entry = (action: string): AuditEntry => ({
  id: action,
  occurred_at: '2026-11-24T01:00:00Z',
  actor: { id: 'p1', name: '姜思涵' },
  via: 'SESSION',
  action,
  outcome: 'DONE',
  resource: { type: 'session', id: 's1', label: '姜思涵' },
  changes: {},
  personal_fields: [],
  request_id: 'req-1',
});
const trail = () =>
  fakeService({
    'GET /audit-entries': () => pageOf(['session.started', 'moon.landed'].map(entry)),
    'GET /audit-chain': () => ({ body: { sequence: 2, unsealed: 0, hash: 'ab' } }),
    ...rights('audit.read'),
    'GET /saved-views': () => ({ body: { items: [] } }),
  });
const show = () => renderPage(AuditListPage, { validateSearch: auditSearch });

it('an act is called by its word, and one that has none by its name', async () => {
  trail();
  await show();
  const link = await screen.findByRole('link', { name: '登录' });
  expect(link.querySelector('[title="session.started"]')).not.toBeNull();
  expect(screen.getByRole('link', { name: 'moon.landed' })).toBeVisible();
});

it('who may not read the trail is told so once, and is offered nothing of its chain', async () => {
  const refusal = { detail: '缺少权限 查看审计记录' };
  const calls = fakeService({
    ...rights('client.read'),
    'GET /audit-entries': () => problem(403, 'PERMISSION_MISSING', refusal),
  });
  await show();
  expect(await screen.findAllByText('缺少权限 查看审计记录')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: '校验全链' })).toBeNull();
  expect(calls.some(({ path }) => path.startsWith('/audit-chain'))).toBe(false);
});

it('who may read the trail is shown the head of its chain', async () => {
  trail();
  await show();
  expect(await screen.findByRole('button', { name: '校验全链' })).toBeVisible();
});

it('the filter by act offers words, is found by either name, and asks by the name of the API', async () => {
  const calls = trail();
  await show();
  await userEvent.click(await screen.findByRole('button', { name: /筛选/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '操作' }));
  await userEvent.type(await screen.findByRole('combobox', { name: '操作' }), '登录失');
  await userEvent.click(await screen.findByTitle('登录失败'));
  await userEvent.click(screen.getByRole('button', { name: /应\s*用/ }));
  expect(await screen.findByText('登录失败')).toBeVisible();
  const asked = calls.filter(({ path }) => path === '/audit-entries').at(-1);
  expect(asked?.query.get('action')).toBe('sign-in.failed');
});

describe('an entry whose contents were destroyed', () => {
  const gone: AuditEntry = {
    ...entry('client.updated'),
    resource: { type: 'client', id: 'c1', label: '' },
    severed_by: 'd1',
  };
  const records = { 'client-destruction': '/client-destructions/$id' };

  it('says so in the list, and leads to the certificate', async () => {
    fakeService({ ...rights('audit.read'), 'GET /audit-entries': () => pageOf([gone]) });
    await renderPage(AuditListPage, { validateSearch: auditSearch, records });
    expect(await screen.findByRole('link', { name: '内容已依法销毁' })).toHaveAttribute(
      'href',
      '/client-destructions/d1',
    );
  });

  it('says on its page what is gone and what remains, and leads to no file', async () => {
    fakeService({ 'GET /audit-entries/': () => ({ body: gone }) });
    await renderPage(AuditEntryPage, { records });
    expect(await screen.findByRole('link', { name: '内容已依法销毁' })).toBeVisible();
    expect(screen.getByText(/本条的对象名称、改动内容与理由一并销毁/)).toBeVisible();
    expect(screen.queryByText('没有字段改动。')).toBeNull();
    expect(screen.getByRole('link', { name: '查看销毁证明' })).toHaveAttribute(
      'href',
      '/client-destructions/d1',
    );
    expect(document.querySelector('a[href^="/records/"]')).toBeNull();
  });
});

it('a chain with an entry that was emptied by hand says that no certificate proves it', async () => {
  fakeService({
    ...rights('audit.read'),
    'GET /audit-entries': () => pageOf([]),
    'GET /audit-chain': () => ({ body: { sequence: 9, unsealed: 0, hash: 'ab' } }),
    'POST /audit-chain/actions/verify': () => ({
      body: { valid: false, complete: false, checked: 3, first_bad: { sequence: 4, why: 'UNPROVEN' } },
    }),
  });
  await show();
  await userEvent.click(await screen.findByRole('button', { name: '校验全链' }));
  expect(await screen.findByText('第 4 条有问题：内容已被取走而无销毁证明。')).toBeVisible();
});
