import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, problem } from '@/shared/testing/service';
import { TimelineBody, type TimelineItem } from './timeline-entry';

const item = (changes: NonNullable<TimelineItem['change']>['changes'], action: string): TimelineItem => ({
  id: 't1',
  kind: 'CHANGE',
  occurred_at: '2026-11-24T01:00:00Z',
  actor: { id: 'p1', name: '姜思涵' },
  change: { action, changes },
});
const id = (last: number) => `01a223b6-1111-7222-8333-00000000000${last}`;
const change = (field: string, before: unknown, after: unknown) => ({ field, before, after, masked: false });

it('a hand-over names people and places, and whom it cannot name it does not call by an id', async () => {
  fakeService({
    [`GET /people/${id(1)}`]: () => ({ body: { id: id(1), name: '程涛' } }),
    [`GET /people/${id(2)}`]: () => problem(404, 'NOT_FOUND'),
    [`GET /departments/${id(3)}`]: () => ({ body: { id: id(3), name: '销售一部' } }),
    [`GET /departments/${id(4)}`]: () => ({ body: { id: id(4), name: '销售二部' } }),
    [`GET /sites/${id(5)}`]: () => ({ body: { id: id(5), name: '总部' } }),
  });
  const moved = item(
    [change('owner_id', id(1), id(2)), change('department_id', id(3), id(4)), change('site_id', null, id(5))],
    'client.handed-over',
  );
  await renderPage(() => <TimelineBody item={moved} />);
  for (const name of ['程涛', '销售一部', '销售二部', '总部'])
    expect(await screen.findByText(name)).toBeInTheDocument();
  await waitFor(() => expect(document.body).not.toHaveTextContent('01a223b6'));
});

it('a verification tells its result where the trail does', async () => {
  fakeService({});
  await renderPage(() => (
    <TimelineBody item={item([change('result', null, 'DISCREPANCY')], 'client.verified')} />
  ));
  expect(await screen.findByText('存在差异')).toBeInTheDocument();
});
