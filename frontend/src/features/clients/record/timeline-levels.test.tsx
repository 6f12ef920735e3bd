import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf } from '@/shared/testing/service';
import type { Client } from '../queries';
import { MarkedPage } from './shown-level';
import { TimelineTab } from './timeline-tab';

const client = { id: 'c1', level: 'SECRET', status: 'OBSOLETE' } as Client;
const comment = {
  id: 'm1',
  kind: 'COMMENT',
  occurred_at: '2026-11-24T01:00:00Z',
  actor: { id: 'p1', name: '程涛' },
  comment: { body: '可再让两个点', edited: false, mentions: [] },
};
const service = {
  'GET /me': () => ({ body: { id: 'p9', name: '沈慧敏', clearance: 3 } }),
  'GET /me/permissions': () => ({ body: { permissions: [], clearance: 3 } }),
};
const show = () =>
  renderPage(() => (
    <MarkedPage level={client.level}>
      <TimelineTab client={client} />
    </MarkedPage>
  ));

it('a comment above its file says its level, term and content, and marks the page (A-SEC-07)', async () => {
  const secrecy = { level: 'TOP_SECRET', level_until: '2031-12-31', content: 'MARKETING_TACTICS' };
  fakeService({
    ...service,
    'GET /clients/c1/timeline': () => pageOf([{ ...comment, level: 'TOP_SECRET' }]),
    'GET /clients/c1/comments': () => pageOf([{ id: 'm1', version: 1, secrecy, allowed_actions: [] }]),
  });
  await show();
  expect(await screen.findByText('绝密')).toBeInTheDocument();
  expect(await screen.findByText(/保密期限至 2031-12-31 · 对重要客户的特殊营销策略/)).toBeInTheDocument();
  await waitFor(() =>
    expect(document.querySelector('[data-mark]')?.getAttribute('data-mark')).toMatch(/^绝密 · 沈慧敏/),
  );
});

it('asks for no comments where none has a level and none is set by this person', async () => {
  const calls = fakeService({ ...service, 'GET /clients/c1/timeline': () => pageOf([comment]) });
  await show();
  await screen.findByText('可再让两个点');
  expect(calls.some(({ path }) => path.endsWith('/comments'))).toBe(false);
  expect(document.querySelector('[data-mark]')).toBeNull();
});
