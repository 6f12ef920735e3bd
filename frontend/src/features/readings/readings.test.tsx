import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf } from '@/shared/testing/service';
import { serviceQuery } from './queries';
import { ReadingListPage } from './reading-list-page';
import { readingSearch } from './search';

const reading = {
  id: 'r1',
  client: { id: 'c1', number: 'KH-20230314-0007', name: '锦川机电' },
  person: { id: 'p1', name: '沈慧敏' },
  via: 'SESSION',
  way: 'OPENED',
  level: 'SECRET',
  read_at: '2026-11-24T01:00:00Z',
};
const destroyed = {
  ...reading,
  id: 'r2',
  client: { id: 'c2', number: 'KH-20210101-0002', name: null },
  way: 'PAPER',
  via: 'API_KEY',
};
const show = (at = '/') => renderPage(ReadingListPage, { at, validateSearch: readingSearch });

it('leads to the file that was read, and knows a destroyed one by its number alone', async () => {
  fakeService({ 'GET /client-readings': () => pageOf([reading, destroyed]) });
  await show();
  expect(await screen.findByRole('link', { name: '锦川机电' })).toHaveAttribute('href', '/records/c1');
  const gone = within(screen.getByRole('row', { name: /KH-20210101-0002/ }));
  expect(gone.getByText('已销毁')).toBeInTheDocument();
  expect(gone.getByText('下载附件')).toBeInTheDocument();
  expect(gone.getByText('接口密钥')).toBeInTheDocument();
  expect(gone.queryByRole('link')).toBeNull();
  expect(screen.getByText(/半小时内.*不算阅读/)).toBeInTheDocument();
});

it('asks for the readings of the file in the address, and opens none to name it', async () => {
  const calls = fakeService({ 'GET /client-readings': () => pageOf([]) });
  await show('/?client_id=c9&way=%5B%22PAPER%22%5D');
  expect(await screen.findByText('所选档案')).toBeInTheDocument();
  const asked = calls.find(({ path }) => path === '/client-readings');
  expect(asked?.query.get('client_id')).toBe('c9');
  expect(asked?.query.getAll('way')).toEqual(['PAPER']);
  expect(calls.some(({ path }) => path.startsWith('/clients'))).toBe(false);
});

it('means the last day to its end', () => {
  const { read_after, read_before } = serviceQuery({ read_after: '2026-11-01', read_before: '2026-11-01' });
  expect(Date.parse(String(read_before)) - Date.parse(String(read_after))).toBe(86_400_000);
});
