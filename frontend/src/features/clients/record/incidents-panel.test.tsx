import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, rights } from '@/shared/testing/service';
import IncidentsPanel from './incidents-panel';

const options = {
  records: { 'client-incident': '/client-incidents/$id' },
  pages: ['/client-incidents/new'],
};

it('shows the incidents about the file, and where one is reported', async () => {
  const one = {
    id: 'i1',
    number: 'XM-20261123-0001',
    kind: 'LEAK',
    state: 'OPEN',
    occurred_on: '2026-11-20',
  };
  const calls = fakeService({
    ...rights('client-incident.read', 'client-incident.report'),
    'GET /client-incidents': () => pageOf([one]),
  });
  await renderPage(() => <IncidentsPanel id="c1" />, options);
  const link = await screen.findByRole('link', { name: 'XM-20261123-0001' });
  expect(link).toHaveAttribute('href', '/client-incidents/i1');
  expect(screen.getByText('泄密')).toBeVisible();
  const asked = calls.find(({ path }) => path === '/client-incidents');
  expect(asked?.query.get('client_id')).toBe('c1');
  expect(await screen.findByRole('link', { name: '报告保密事件' })).toHaveAttribute(
    'href',
    '/client-incidents/new?client_id=c1',
  );
});
