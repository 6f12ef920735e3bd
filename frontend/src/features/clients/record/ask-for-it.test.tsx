import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { type Call, fakeService, problem } from '@/shared/testing/service';
import { ClientActions } from './actions';

const held = (action: string, escalation: string | null) => ({
  action,
  enabled: false,
  reasons: [{ code: 'PERMISSION_MISSING', detail: '缺少权限', clauses: [], escalation }],
});
const client = {
  id: 'c1',
  version: 7,
  allowed_actions: [held('verify', 'client.verify'), held('merge', null)],
} as never;
const people = [
  { id: 'p1', name: '沈慧敏' },
  { id: 'p2', name: '杜欣怡' },
];
const isTrial = ({ query }: Call) => query.get('dry_run') === 'true';
const show = async (told: number) => {
  const calls = fakeService({
    'POST /clients/c1/actions/ask': () => ({ body: { action: 'verify', permission: 'x', people, told } }),
  });
  await renderPage(() => <ClientActions client={client} />);
  await userEvent.click(screen.getByRole('button', { name: '核定' }));
  return calls;
};

it('says who may do what one may not, and asks them at one click', async () => {
  const calls = await show(2);
  expect(await screen.findByText('可以办理：沈慧敏、杜欣怡')).toBeInTheDocument();
  expect(calls.every(isTrial)).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '请其办理' }));
  expect(await screen.findByText('已通知 2 人')).toBeInTheDocument();
  const real = calls.filter((call) => !isTrial(call));
  expect(real.map(({ body }) => body)).toEqual([{ action: 'verify' }]);
  expect(real[0]?.headers.get('If-Match')).toBe('"7"');
  expect(real[0]?.headers.get('Idempotency-Key')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '请其办理' })).toBeNull();
});

it('says so where the last request was not read yet', async () => {
  await show(0);
  await userEvent.click(await screen.findByRole('button', { name: '请其办理' }));
  expect(await screen.findByText(/尚未查看上次的请求/)).toBeInTheDocument();
});

it('asks nobody where a rule refuses whoever it is, and says where nobody may', async () => {
  const calls = fakeService({ 'POST /clients/c1/actions/ask': () => problem(409, 'ASK_NOBODY') });
  await renderPage(() => <ClientActions client={client} />);
  await userEvent.click(screen.getByRole('button', { name: '合并其他档案' }));
  await waitFor(() => expect(screen.getByText('缺少权限')).toBeVisible());
  expect(calls).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: '核定' }));
  expect(await screen.findByText(/目前没有可以办理的人员/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '请其办理' })).toBeNull();
});
