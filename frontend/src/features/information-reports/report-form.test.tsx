import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { openMonths } from './months';
import type { Report } from './queries';
import { ReportCreatePage } from './report-create-page';
import { ReportEditForm } from './report-edit-page';
import { sample } from './testing/sample';

const pages = ['/client-information-reports', '/client-information-reports/$id'];
const base = {
  ...rights('client-report.submit'),
  'GET /drafts/client-information-report/new': () => problem(404, 'NOT_FOUND'),
  'DELETE /drafts/client-information-report/new': () => ({ status: 204 }),
  'GET /clients': () => pageOf([{ id: 'c1', number: 'KH-1', name: '锦川机电' }]),
};

async function fill() {
  await userEvent.type(await screen.findByLabelText(/客户开发与维护情况/), '拜访 12 户');
  await userEvent.type(screen.getByRole('combobox', { name: '各客户的竞争环境' }), '锦川');
  await userEvent.click(
    await screen.findByText('锦川机电 · KH-1', { selector: '.ant-select-item-option *' }),
  );
}
const send = () => userEvent.click(screen.getByRole('button', { name: '提交报告' }));

describe('the report of a month', () => {
  it('asks about each client that is chosen, and goes as a whole', async () => {
    const calls = fakeService({
      ...base,
      'POST /client-information-reports': () => ({ status: 201, body: { id: 'r1' } }),
    });
    const { router } = await renderPage(ReportCreatePage, { pages });
    await fill();
    const client = await screen.findByRole('region', { name: '锦川机电 · KH-1' });
    await send();
    expect(await within(client).findByText(/请输入竞争环境/)).toBeInTheDocument();
    await userEvent.type(within(client).getByLabelText('竞争环境'), '两家同行竞价');
    await userEvent.type(within(client).getByLabelText('下月计划'), '续谈协议');
    await send();
    await waitFor(() => expect(router.state.location.pathname).toBe('/client-information-reports/r1'));
    const posted = calls.filter(({ method }) => method === 'POST');
    expect(posted).toHaveLength(1);
    expect(posted[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(posted[0]?.body).toEqual({
      period: openMonths()[0],
      summary: '拜访 12 户',
      discoveries: null,
      entries: [{ client_id: 'c1', competition: '两家同行竞价', changes: null, plan: '续谈协议' }],
    });
  });

  it('that is there already is refused with the rule', async () => {
    fakeService({
      ...base,
      'POST /client-information-reports': () =>
        problem(409, 'INFORMATION_REPORT_EXISTS', {
          detail: '2026-11 的客户信息报告已经提交，请修改已提交的报告',
          clauses: [{ id: 'A-CIR-01', title: '客户信息报告月报' }],
        }),
    });
    await renderPage(ReportCreatePage, { pages });
    await fill();
    const client = await screen.findByRole('region', { name: '锦川机电 · KH-1' });
    await userEvent.type(within(client).getByLabelText('竞争环境'), '两家同行竞价');
    await send();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('请修改已提交的报告');
    expect(
      within(alert).getByRole('link', { name: '依据 A-CIR-01《客户信息报告月报》' }),
    ).toBeInTheDocument();
  });
});

describe('a report that was sent back', () => {
  it('says why, and goes again on the version that was looked at', async () => {
    const back: Report = { ...sample, state: 'SENT_BACK', sent_back_reason: '请补充报价', version: 2 };
    const calls = fakeService({
      ...base,
      'PATCH /client-information-reports/r1': () => ({ body: sample }),
    });
    const done: string[] = [];
    await renderPage(() => <ReportEditForm report={back} done={() => done.push('done')} />);
    expect(await screen.findByRole('note')).toHaveTextContent('请补充报价');
    const client = screen.getByRole('region', { name: '锦川机电' });
    await userEvent.type(within(client).getByLabelText('客户变化'), '采购换人');
    await userEvent.click(screen.getByRole('button', { name: '修改并重新提交' }));
    await waitFor(() => expect(done).toEqual(['done']));
    const call = calls.find(({ method }) => method === 'PATCH');
    expect(call?.headers.get('If-Match')).toBe('"2"');
    expect(call?.body).toEqual({
      entries: [{ client_id: 'c1', competition: '两家同行竞价', changes: '采购换人', plan: null }],
    });
  });
});
