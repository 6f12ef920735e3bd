import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService } from '@/shared/testing/service';
import type { Client } from '../queries';
import { levelToSet } from './action-fields';
import { ClientActions } from './actions';
import { LevelMark } from './level-mark';

const marks = () =>
  [...document.querySelectorAll('[data-mark]')].map((cell) => cell.getAttribute('data-mark'));

it('lays the highest level in view, the reader and the time across the page', async () => {
  fakeService({ 'GET /me': () => ({ body: { id: 'p1', name: '周敏' } }) });
  await renderPage(() => <LevelMark levels={['SECRET', 'TOP_SECRET', 'CONFIDENTIAL']} />);
  await waitFor(() => expect(marks()[0]).toMatch(/^绝密 · 周敏 · \d{4}-\d\d-\d\d \d\d:\d\d$/));
  expect(new Set(marks()).size).toBe(1);
  expect(screen.queryByText(/绝密/)).toBeNull();
});

it('leaves alone what is 秘密 or has no level any more', async () => {
  fakeService({ 'GET /me': () => ({ body: { id: 'p1', name: '周敏' } }) });
  await renderPage(() => <LevelMark levels={['SECRET', 'DECLASSIFIED']} />);
  expect(marks()).toEqual([]);
});

it('a level is not lowered by a form sent as it came', async () => {
  const client = { level: 'TOP_SECRET', proposed_level: 'SECRET' } as Client;
  expect(levelToSet(client)).toBe('TOP_SECRET');
  expect(levelToSet({ ...client, level: 'DECLASSIFIED' })).toBe('SECRET');
});

it('a level is set as the business relation calls for unless somebody decides otherwise (A-SEC-04, A-SEC-07)', async () => {
  const calls = fakeService({ 'POST /clients/c1/actions/classify': () => ({ body: {} }) });
  const client = {
    id: 'c1',
    version: 7,
    level: 'SECRET',
    proposed_level: 'CONFIDENTIAL',
    allowed_actions: [{ action: 'classify', enabled: true, reasons: [] }],
  } as never;
  await renderPage(() => <ClientActions client={client} />);
  await userEvent.click(screen.getByRole('button', { name: '定密级' }));
  expect(await screen.findByText('按业务往来建议定为：机密')).toBeInTheDocument();
  expect(screen.getByText(/期满自行解密/)).toBeInTheDocument();
  await userEvent.type(screen.getByRole('textbox', { name: /理由/ }), '重要业务往来');
  const send = screen.getAllByRole('button', { name: '定密级' }).at(-1) as HTMLElement;
  await userEvent.click(send);
  await waitFor(() => expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1));
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
    level: 'CONFIDENTIAL',
    reason: '重要业务往来',
  });
});
