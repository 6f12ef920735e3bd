import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { webhookSearch } from './search';
import { WebhookCreatePage } from './webhook-create-page';
import { WebhookListPage } from './webhook-list-page';
import { WebhookPage } from './webhook-page';

const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrs=';
const refused = { code: 'WEBHOOK_OF_ANOTHER', detail: '只有创建人可以这样做', clauses: [], params: {} };
const may = (action: string, enabled = true) => ({ action, enabled, reasons: enabled ? [] : [refused] });
const acts = (isOwn: boolean) => [
  may('update', isOwn),
  may('pause'),
  may('rotate-secret', isOwn),
  may('test', isOwn),
  may('read-deliveries', isOwn),
  may('delete'),
];
const webhook = {
  id: 'w1',
  name: 'ERP 对接',
  owner: { id: 'p1', name: '吴浩然' },
  host: 'erp.example.com',
  url: 'https://erp.example.com/hooks',
  types: ['client.*', 'person.created'],
  state: 'ACTIVE',
  state_reason: null,
  previous_secret_until: null,
  created_at: '2026-11-24T01:00:00Z',
  updated_at: '2026-11-24T01:00:00Z',
  version: 4,
  allowed_actions: acts(true),
};
const another = {
  ...webhook,
  owner: { id: 'p2', name: '周敏' },
  url: null,
  types: null,
  allowed_actions: acts(false),
};
const delivery = (id: string, state: string, more: object = {}) => ({
  id,
  event_id: `e-${id}`,
  sequence: 1,
  type: 'client.updated',
  resource: { type: 'client', id: 'c1' },
  state,
  attempts: 1,
  next_attempt_at: null,
  last_attempt_at: '2026-11-24T01:00:00Z',
  last_status: null,
  last_error: null,
  created_at: '2026-11-24T01:00:00Z',
  settled_at: null,
  allowed_actions: [may('redeliver', state !== 'PENDING')],
  ...more,
});
const manager = rights('webhook.manage');
const showRecord = () => renderPage(WebhookPage, { validateSearch: webhookSearch });

/** The record as its page reads it: without a parameter in the address of the test. */
const record = (found: object, more: Parameters<typeof fakeService>[0] = {}) =>
  fakeService({ ...manager, 'GET /webhooks/': () => ({ body: found }), ...more });

describe('the list', () => {
  it('says where each leads and why one is stopped, and hides what is its owner’s', async () => {
    const stopped = { ...another, id: 'w2', name: '旧接口', state: 'DISABLED', state_reason: 'FAILING' };
    fakeService({ ...manager, 'GET /webhooks': () => pageOf([webhook, stopped]) });
    await renderPage(WebhookListPage, { validateSearch: webhookSearch });
    expect(await screen.findByRole('link', { name: 'ERP 对接' })).toHaveAttribute('href', '/webhooks/w1');
    expect(screen.getByText('客户档案：全部等 2 项')).toBeInTheDocument();
    const row = screen.getByRole('row', { name: /旧接口/ });
    expect(within(row).getByText('接收端连续三天未接收')).toBeInTheDocument();
    expect(within(row).getByText('仅创建人可见')).toBeInTheDocument();
  });

  it('leads to the first one where there is none', async () => {
    fakeService({ ...manager, 'GET /webhooks': () => pageOf([]) });
    await renderPage(WebhookListPage, { validateSearch: webhookSearch });
    expect(await screen.findByText('还没有事件推送')).toBeVisible();
    expect(screen.getAllByRole('button', { name: '新建事件推送' }).length).toBeGreaterThan(0);
  });
});

describe('a new webhook', () => {
  const fill = async (url: string) => {
    const user = userEvent.setup();
    await renderPage(WebhookCreatePage);
    await user.type(await screen.findByRole('textbox', { name: '名称' }), 'ERP 对接');
    await user.type(screen.getByRole('textbox', { name: '接收地址' }), url);
    await user.click(screen.getByRole('button', { name: '建立并生成密钥' }));
  };

  it('shows its secret this once, and how to verify by it', async () => {
    const calls = fakeService({
      ...manager,
      'POST /webhooks': () => ({ status: 201, body: { ...webhook, secret } }),
    });
    await fill('https://erp.example.com/hooks');
    expect(await screen.findByLabelText('签名密钥')).toHaveValue(secret);
    expect(screen.getByText('webhook-signature')).toBeVisible();
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'ERP 对接',
      url: 'https://erp.example.com/hooks',
    });
  });

  it('that leads into a private network is refused at its address', async () => {
    const errors = [{ pointer: '/url', code: 'WEBHOOK_ADDRESS_REFUSED', detail: '须为公网的 https 地址' }];
    fakeService({ ...manager, 'POST /webhooks': () => problem(422, 'VALIDATION_FAILED', { errors }) });
    await fill('https://localhost/');
    expect(await screen.findByText('须为公网的 https 地址')).toBeVisible();
    expect(screen.queryByLabelText('签名密钥')).toBeNull();
  });
});

describe('a webhook', () => {
  it('shows what became of its deliveries; only one that is settled goes again', async () => {
    const calls = record(webhook, {
      'GET /webhooks/w1/deliveries': () =>
        pageOf([
          delivery('d1', 'FAILED', { last_error: 'TIMEOUT' }),
          delivery('d2', 'PENDING', { last_status: 503 }),
        ]),
      'POST /webhooks/w1/deliveries/d1/actions/redeliver': () => ({ body: delivery('d1', 'PENDING') }),
    });
    await showRecord();
    expect(await screen.findByText('超时未答复')).toBeInTheDocument();
    expect(screen.getByText('答复 503')).toBeInTheDocument();
    const again = screen.getAllByRole('button', { name: /^重新推送：修改档案/ });
    expect(again).toHaveLength(1);
    await userEvent.click(again[0] as HTMLElement);
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/d1/actions/redeliver'))).toBe(true));
  });

  it('rotates its secret after saying what that means, and shows the new one once', async () => {
    const calls = record(webhook, {
      'GET /webhooks/w1/deliveries': () => pageOf([]),
      'POST /webhooks/w1/actions/rotate-secret': () => ({ body: { ...webhook, version: 5, secret } }),
    });
    await showRecord();
    await userEvent.click(await screen.findByRole('button', { name: '更换密钥' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/24 小时内新旧密钥同时签名/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: '更换密钥' }));
    expect(await within(dialog).findByLabelText('签名密钥')).toHaveValue(secret);
    const rotation = calls.find(({ method }) => method === 'POST');
    expect(rotation?.headers.get('If-Match')).toBe('"4"');
  });

  it('of somebody else shows neither address nor deliveries, and says whose they are', async () => {
    const calls = record(another);
    await showRecord();
    expect(await screen.findByText('只有创建人可以这样做')).toBeInTheDocument();
    expect(screen.getAllByText('仅创建人可见')).toHaveLength(2);
    expect(calls.some(({ path }) => path.endsWith('/deliveries'))).toBe(false);
  });
});
