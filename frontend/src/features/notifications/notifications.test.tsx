import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf } from '@/shared/testing/service';
import { NotificationsPage } from './notifications-page';
import { notificationSearch } from './search';

const notice = {
  id: 'n1',
  kind: 'client.mentioned',
  params: {},
  resource: { type: 'client', id: 'c1', label: '成都锦江商贸有限公司' },
  created_at: '2026-11-24T01:00:00Z',
  read_at: null,
};
/** One notice, unread until all are marked as read. */
function inbox(isRead = false) {
  const shown = () => [{ ...notice, read_at: isRead ? '2026-11-24T02:00:00Z' : null }];
  return fakeService({
    'GET /notifications': ({ query }) => pageOf(query.has('unread') && isRead ? [] : shown()),
    'POST /notifications/actions/mark-read': () => {
      isRead = true;
      return { body: { marked: 1 } };
    },
  });
}
const show = () => renderPage(NotificationsPage, { validateSearch: notificationSearch });
const readAll = () => screen.findByRole('button', { name: '全部标为已读' });

it('all can be marked as read while one is unread, and then there is nothing to mark', async () => {
  const calls = inbox();
  await show();
  expect(await screen.findByText('未读')).toBeVisible();
  await userEvent.click(await readAll());
  await waitFor(async () => expect(await readAll()).toBeDisabled());
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ all: true });
});

it('nothing is to be marked where all was read before', async () => {
  inbox(true);
  await show();
  await waitFor(async () => expect(await readAll()).toBeDisabled());
});
