import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ProblemError } from '@/shared/api/problem';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService } from '@/shared/testing/service';
import { ProblemAlert } from './problem-alert';

it('says what the service says, once, and names in words who may do it', async () => {
  fakeService({
    'GET /permissions': () => ({
      body: { items: [{ code: 'client.maintain', description: '维护客户档案' }] },
    }),
  });
  const error = new ProblemError(403, 'PERMISSION_MISSING', {
    title: '缺少权限 维护客户档案',
    detail: '缺少权限 维护客户档案',
    escalation: 'client.maintain',
    params: { permission: 'client.maintain' },
  });
  await renderPage(() => <ProblemAlert error={error} />);
  expect(await screen.findByText('缺少权限 维护客户档案')).toBeVisible();
  expect(await screen.findByText(/可请持有“维护客户档案”/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('client.maintain');
});

it('has words of its own where something in between left none', async () => {
  await renderPage(() => <ProblemAlert error={new ProblemError(500, 'INTERNAL', { request_id: '01a2' })} />);
  expect(await screen.findByText('服务内部出错，请把请求编号告知管理员')).toBeVisible();
  expect(screen.getByText('01a2')).toBeVisible();
});

it('keeps what the browser said beside our words for it', async () => {
  await renderPage(() => <ProblemAlert error={new TypeError('body stream is locked')} />);
  expect(await screen.findByText('服务没有给出可读的答复')).toBeVisible();
  expect(screen.getByText('body stream is locked')).toBeVisible();
});

it('names every rule that refuses, each leading to its page', async () => {
  const clauses = [
    { id: 'A-CLI-02', title: '基本档案' },
    { id: 'A-CLI-10', title: '季度核定' },
  ];
  const error = new ProblemError(409, 'CLIENT_BASIC_INCOMPLETE', { detail: '缺少行业', clauses });
  await renderPage(() => <ProblemAlert error={error} />);
  const links = await screen.findAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/handbook/rules/A-CLI-02',
    '/handbook/rules/A-CLI-10',
  ]);
});
