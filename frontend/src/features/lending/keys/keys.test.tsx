import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { ApiKeyCreatePage } from './api-key-create-page';
import { ApiKeyListPage } from './api-key-list-page';
import { apiKeySearch } from './search';
import { keyStandingOf } from './standing';

const secret = 'zk_4Tq8xRk2m9VbN0cY7hJ3fLwZ1sD6aGpXuEoQiWtBvCn';
const apiKey = {
  id: 'k1',
  name: 'ERP 接口',
  owner: { id: 'p1', name: '周敏' },
  prefix: 'zk_4Tq8xR',
  permissions: ['client.read'],
  expires_on: '2027-06-30',
  active: true,
  created_at: '2026-11-24T01:00:00Z',
  version: 1,
  allowed_actions: [],
};
const signedIn = {
  ...rights('client.read', 'client.export'),
  'GET /permissions': () => ({
    body: {
      items: [
        {
          code: 'client.read',
          module: 'client',
          description: '查看客户档案',
          privileged: false,
          lendable: true,
        },
        {
          code: 'client.export',
          module: 'client',
          description: '导出客户',
          privileged: false,
          lendable: true,
        },
      ],
    },
  }),
};

it('a revoked key is revoked, also when its last day has not come', () => {
  expect(keyStandingOf({ active: false, revoked_at: '2026-11-24T01:00:00Z' })).toBe('REVOKED');
  expect(keyStandingOf({ active: false, revoked_at: null })).toBe('EXPIRED');
  expect(keyStandingOf({ active: true, revoked_at: null })).toBe('ACTIVE');
});

describe('the list of keys', () => {
  it('tells keys by their beginning and says when one was never used', async () => {
    fakeService({ ...signedIn, 'GET /api-keys': () => pageOf([apiKey]) });
    await renderPage(ApiKeyListPage, { validateSearch: apiKeySearch });
    expect(await screen.findByRole('link', { name: 'ERP 接口' })).toHaveAttribute('href', '/api-keys/k1');
    expect(screen.getByText('zk_4Tq8xR…')).toBeInTheDocument();
    expect(screen.getByText('从未使用')).toBeInTheDocument();
  });
});

describe('the button of a new key', () => {
  it('is there for those who manage keys', async () => {
    fakeService({ ...signedIn, ...rights('api-key.manage'), 'GET /api-keys': () => pageOf([apiKey]) });
    await renderPage(ApiKeyListPage, { validateSearch: apiKeySearch });
    expect(await screen.findByRole('button', { name: '新建密钥' })).toBeVisible();
  });

  it('is not there for others', async () => {
    fakeService({ ...signedIn, 'GET /api-keys': () => problem(403, 'PERMISSION_MISSING') });
    await renderPage(ApiKeyListPage, { validateSearch: apiKeySearch });
    expect(await screen.findByText('您没有查看此列表的权限')).toBeVisible();
    expect(screen.queryByRole('button', { name: '新建密钥' })).toBeNull();
  });
});

describe('a new key', () => {
  it('shows its secret this once, with the warning, and copies it', async () => {
    const calls = fakeService({
      ...signedIn,
      'POST /api-keys': () => ({ status: 201, body: { ...apiKey, secret } }),
    });
    const user = userEvent.setup();
    await renderPage(ApiKeyCreatePage);
    await user.type(await screen.findByRole('textbox', { name: '名称' }), 'ERP 接口');
    await user.click(await screen.findByText('只读'));
    await user.click(screen.getByRole('button', { name: '生成密钥' }));
    expect(await screen.findByLabelText('密钥')).toHaveValue(secret);
    expect(screen.getByRole('alert')).toHaveTextContent('密钥只显示这一次');
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      name: 'ERP 接口',
      permissions: ['client.read'],
    });
    await user.click(screen.getByRole('button', { name: '复制' }));
    expect(await screen.findByText('已复制到剪贴板。')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(secret);
  });
});
