import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, rights } from '@/shared/testing/service';
import { MarketPage } from './market-page';
import { marketSearch } from './search';

const extract = {
  id: 'e1',
  purpose: '西南片区分析',
  files: 12,
  sha256: 'ab',
  clearance: 1,
  taken_at: '2026-11-24T01:00:00Z',
  taken_by: { id: 'p1', name: '林知远' },
};

it('an extract with a destroyed file in it says so, and offers no copy', async () => {
  fakeService({
    ...rights('client-market.extract'),
    'GET /client-market-extracts': () =>
      pageOf([extract, { ...extract, id: 'e2', purpose: '年度分析', destroyed_by: 'd1' }]),
  });
  await renderPage(MarketPage, {
    validateSearch: marketSearch,
    records: { 'client-destruction': '/client-destructions/$id' },
  });
  const there = await screen.findByRole('row', { name: /西南片区分析/ });
  expect(within(there).getByRole('button', { name: '下载 CSV' })).toBeVisible();
  const gone = screen.getByRole('row', { name: /年度分析/ });
  expect(within(gone).queryByRole('button', { name: '下载 CSV' })).toBeNull();
  expect(within(gone).getByRole('link', { name: '内容已随档案销毁' })).toHaveAttribute(
    'href',
    '/client-destructions/d1',
  );
});
