import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, rights } from '@/shared/testing/service';
import { CallListPage } from './call-list-page';
import type { Report } from './queries';
import { ReportListPage } from './report-list-page';
import { ReportRecord } from './report-page';
import { callSearch, informationReportSearch } from './search';
import { sample } from './testing/sample';

const may = (...actions: string[]): Report['allowed_actions'] =>
  actions.map((action) => ({ action, enabled: true, reasons: [] }));
const call = {
  id: 'k1',
  person: { id: 'p1', name: '程涛' },
  period: '2026-12',
  report_id: 'r1',
  note: '核实报价是否含运费',
  called_at: '2026-12-05T01:00:00Z',
  called_by: { id: 'p9', name: '沈慧敏' },
  recorded_at: '2026-12-05T01:10:00Z',
};
const base = {
  'GET /me': () => ({ body: { id: 'p9', name: '沈慧敏', roles: [] } }),
  'GET /client-information-report-call-backs': () => pageOf([call]),
};
const show = (report: Report) => renderPage(() => <ReportRecord report={report} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const posted = (calls: ReturnType<typeof fakeService>, end: string) =>
  calls.find(({ method, path }) => method === 'POST' && path.endsWith(end));

describe('a report', () => {
  it('shows what it says of each client, whether it came in time, and the calls about it', async () => {
    fakeService(base);
    await show(sample);
    expect(screen.getByText('按时')).toBeInTheDocument();
    const clients = screen.getByRole('region', { name: '各客户的竞争环境' });
    expect(within(clients).getByText('两家同行竞价')).toBeInTheDocument();
    const calls = screen.getByRole('region', { name: '回访记录' });
    expect(await within(calls).findByText('核实报价是否含运费')).toBeInTheDocument();
  });

  it('names a client as it was called then where the file is not for the reader', async () => {
    fakeService(base);
    const entries = sample.entries.map((entry) => ({ ...entry, client: null }));
    await show({ ...sample, entries, late: true });
    expect(screen.getByText('迟交')).toBeInTheDocument();
    expect(screen.getByText('锦川机电')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '锦川机电' })).toBeNull();
  });

  it('is received on the version that was looked at, with a note or without', async () => {
    const calls = fakeService({
      ...base,
      'POST /client-information-reports/r1/actions/receive': () => ({ body: sample }),
    });
    await show({ ...sample, allowed_actions: may('receive') });
    await press('受理');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '受理' }));
    await waitFor(() => expect(posted(calls, '/receive')?.body).toEqual({ note: null }));
    expect(posted(calls, '/receive')?.headers.get('If-Match')).toBe('"1"');
  });

  it('is sent back with a reason', async () => {
    const calls = fakeService({
      ...base,
      'POST /client-information-reports/r1/actions/send-back': () => ({ body: sample }),
    });
    await show({ ...sample, allowed_actions: may('send-back') });
    await press('退回');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '退回' }));
    expect(await within(dialog).findByText(/请输入退回原因/)).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText('退回原因'), '请补充报价');
    await userEvent.click(within(dialog).getByRole('button', { name: '退回' }));
    await waitFor(() => expect(posted(calls, '/send-back')?.body).toEqual({ reason: '请补充报价' }));
  });

  it('is called about without asking whom and of which month', async () => {
    const calls = fakeService({
      ...base,
      'POST /client-information-report-call-backs': () => ({ status: 201, body: call }),
    });
    await show({ ...sample, allowed_actions: may('call-back') });
    await press('登记回访');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText('被回访人')).toBeNull();
    await userEvent.type(within(dialog).getByLabelText('回访情况'), '已核实');
    await userEvent.click(within(dialog).getByRole('button', { name: '登记回访' }));
    await waitFor(() => expect(posted(calls, '/client-information-report-call-backs')).toBeDefined());
    expect(posted(calls, '/client-information-report-call-backs')?.body).toMatchObject({
      person_id: 'p1',
      period: '2026-12',
      note: '已核实',
    });
  });
});

describe('the lists', () => {
  it('show the late ones at one press, and offer a new report to those who submit', async () => {
    const calls = fakeService({
      ...base,
      ...rights('client-report.submit', 'client-report.read-information'),
      'GET /views': () => ({ body: { items: [] } }),
      'GET /client-information-reports': () => pageOf([{ ...sample, late: true }]),
    });
    await renderPage(ReportListPage, { validateSearch: informationReportSearch });
    expect(await screen.findByRole('link', { name: 'IR-20261204-0001' })).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: '提交本月报告' })).toBeInTheDocument();
    await press('迟交');
    await waitFor(() => expect(calls.some(({ query }) => query?.get('late') === 'true')).toBe(true));
  });

  it('offer a call back to customer service alone', async () => {
    const views = { 'GET /views': () => ({ body: { items: [] } }) };
    fakeService({ ...base, ...views, ...rights('client-report.read-information') });
    await renderPage(CallListPage, { validateSearch: callSearch });
    expect(await screen.findByRole('link', { name: '核实报价是否含运费' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '登记回访' })).toBeNull();
  });
});
