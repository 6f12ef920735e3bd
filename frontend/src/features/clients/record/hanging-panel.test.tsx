import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, rights } from '@/shared/testing/service';
import { QualificationsTab } from './qualifications-tab';

const held = (action: string) => ({
  action,
  enabled: false,
  reasons: [{ code: 'PERMISSION_MISSING', detail: '缺少权限', clauses: [], params: {} }],
});
const licence = {
  id: 'q1',
  client_id: 'c1',
  kind: 'LICENCE',
  name: '食品经营许可证',
  number: 'JY1',
  validity: 'EXPIRED',
  valid_until: '2026-06-30',
  version: 4,
  allowed_actions: [held('update'), held('remove')],
};
const client = { id: 'c1', version: 7 } as never;
const service = {
  ...rights('client.collect'),
  'GET /clients/c1/qualifications': () => pageOf([licence]),
  'POST /client-submissions': () => ({ status: 201, body: { id: 's1' } }),
};

/** A-CLI-16, A-CLI-17: sales hands in, the information administrator enters. */
describe('whoever collects and does not keep the file', () => {
  it('hands in a new record, with how it came to be known beside it', async () => {
    const calls = fakeService(service);
    await renderPage(() => <QualificationsTab client={client} entryMode="PROPOSE" />);
    await userEvent.click(await screen.findByRole('button', { name: '提交新资质' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(await within(dialog).findByLabelText('类型'));
    await userEvent.click(await screen.findByTitle('行业许可证'));
    await userEvent.type(within(dialog).getByLabelText('名称'), '道路运输许可证');
    await userEvent.type(within(dialog).getByLabelText('来源说明'), '拜访时出示');
    await userEvent.click(within(dialog).getByRole('button', { name: '提交新资质' }));
    await waitFor(() => expect(calls.some(({ path }) => path === '/client-submissions')).toBe(true));
    expect(calls.find(({ path }) => path === '/client-submissions')?.body).toEqual({
      client_id: 'c1',
      client_version: 7,
      payload: {},
      records: [{ kind: 'QUALIFICATION', payload: { kind: 'LICENCE', name: '道路运输许可证' } }],
      note: '拜访时出示',
    });
  });

  it('hands in a change of what it saw, field by field', async () => {
    const calls = fakeService(service);
    await renderPage(() => <QualificationsTab client={client} entryMode="PROPOSE" />);
    await userEvent.click(await screen.findByRole('button', { name: '提交变更' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(await within(dialog).findByLabelText('编号'), '-2');
    await userEvent.click(within(dialog).getByRole('button', { name: '提交变更' }));
    await waitFor(() => expect(calls.some(({ path }) => path === '/client-submissions')).toBe(true));
    expect(calls.find(({ path }) => path === '/client-submissions')?.body).toMatchObject({
      records: [{ kind: 'QUALIFICATION', record_id: 'q1', record_version: 4, payload: { number: 'JY1-2' } }],
    });
  });

  it('hands in a change once, also where the first answer was lost', async () => {
    let tries = 0;
    const calls = fakeService({
      ...service,
      'POST /client-submissions': () => {
        tries += 1;
        if (tries === 1) throw new TypeError('Failed to fetch');
        return { status: 201, body: { id: 's1' } };
      },
    });
    await renderPage(() => <QualificationsTab client={client} entryMode="PROPOSE" />);
    await userEvent.click(await screen.findByRole('button', { name: '提交变更' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(await within(dialog).findByLabelText('编号'), '-3');
    const send = within(dialog).getByRole('button', { name: '提交变更' });
    await userEvent.click(send);
    await within(dialog).findByRole('alert');
    await userEvent.click(send);
    await waitFor(() => expect(tries).toBe(2));
    const keys = calls
      .filter(({ path }) => path === '/client-submissions')
      .map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(1);
  });

  it('is offered nothing where neither is theirs', async () => {
    fakeService(service);
    await renderPage(() => <QualificationsTab client={client} entryMode="NONE" />);
    await screen.findByText('食品经营许可证');
    expect(screen.queryByRole('button', { name: /提交/ })).toBeNull();
  });
});
