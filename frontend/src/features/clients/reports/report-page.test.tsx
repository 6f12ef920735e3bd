import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, rights } from '@/shared/testing/service';
import { ReportPage } from './report-page';
import { reportSearch } from './report-search';

// The page stands at its own address in the application, and at the root of the one made for the test.
vi.mock('@tanstack/react-router', async (original) => {
  const router = await original<typeof import('@tanstack/react-router')>();
  return { ...router, useSearch: () => router.useSearch({ strict: false }) };
});

const report = (period: string, to: string) => ({
  period,
  period_kind: 'QUARTER',
  from: '2026-07-01',
  to,
  as_of: '2026-11-28T02:00:00Z',
  total: { key: 'TOTAL', label: '客户总数', count: 40, filter: '' },
  groups: [],
});

it('the report of a period that is over says that the archive was counted after it, also before it is kept', async () => {
  fakeService({
    ...rights('client-report.keep'),
    'GET /client-classification': () => ({ body: report('2026-Q3', '2026-09-30') }),
  });
  await renderPage(ReportPage, { at: '/?period=2026-Q3', validateSearch: reportSearch });
  const said = /期间 2026-Q3 已经结束：除“期内变动”外/;
  expect(await screen.findByText(said)).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: '存档报表' }));
  expect(within(await screen.findByRole('dialog')).getByText(said)).toBeInTheDocument();
});

it('the report of the present period says what the period is for', async () => {
  fakeService({
    ...rights('client-report.keep'),
    'GET /client-classification': () => ({ body: report('2026-Q4', '2026-12-31') }),
  });
  await renderPage(ReportPage, { at: '/?period=2026-Q4', validateSearch: reportSearch });
  expect(await screen.findByText(/不随所选期间变化/)).toBeInTheDocument();
  expect(screen.queryByText(/已经结束/)).toBeNull();
  // Each day by itself, which breaks nowhere however narrow the page is.
  for (const day of ['2026-07-01', '2026-12-31'])
    expect(screen.getByText(day, { selector: 'time' })).toBeVisible();
});
