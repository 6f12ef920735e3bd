import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, rights } from '@/shared/testing/service';
import type { Client } from '../queries';
import { ClientActions } from './actions';
import { ObsoleteNotice } from './obsolete-notice';

it('a file that is to be destroyed says that it is read only, and leads keepers to its destruction', async () => {
  fakeService(rights('client.read', 'client-destruction.read'));
  await renderPage(() => <ObsoleteNotice id="c1" />);
  expect(screen.getByRole('note')).toHaveTextContent('此档案已提请销毁，只能查看，不能改动。');
  expect(await screen.findByRole('link', { name: '查看销毁记录' })).toHaveAttribute(
    'href',
    '/client-destructions?client_id=c1',
  );
});

it('offers no link to those who read of no destruction', async () => {
  fakeService(rights('client.read'));
  await renderPage(() => <ObsoleteNotice id="c1" />);
  expect(screen.getByRole('note')).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
});

it('the act on a file leads to the form with that file in it', async () => {
  fakeService({});
  const client = {
    id: 'c1',
    allowed_actions: [{ action: 'propose-destruction', enabled: true, reasons: [] }],
  };
  const { router } = await renderPage(() => <ClientActions client={client as unknown as Client} />, {
    pages: ['/client-destructions/new'],
  });
  screen.getByRole('button', { name: '提请销毁' }).click();
  expect(router.history.location.href).toBe('/client-destructions/new?client_id=c1');
});
