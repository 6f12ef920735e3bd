import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { DestructionListPage } from './destruction-list-page';
import { ProposePage } from './propose-page';
import { destructionSearch, proposalSearch } from './search';
import { certificate, proposed } from './testing/samples';

const client = {
  id: 'c1',
  number: 'KH-20230314-0007',
  name: '锦川机电',
  status: 'ACTIVE',
  state: 'POTENTIAL',
  tier: 'GENERAL',
  last_contact_at: '2024-03-02T01:00:00Z',
};
const pages = ['/client-destructions', '/client-destructions/new', '/client-destructions/$id'];
const service = { 'GET /clients/c1': () => ({ body: client }) };
const open = (at = '/?client_id=c1') =>
  renderPage(ProposePage, { at, pages, validateSearch: proposalSearch });

async function fill() {
  await userEvent.click(await screen.findByRole('combobox', { name: '销毁依据' }));
  await userEvent.click(await screen.findByTitle('客户已注销或歇业'));
  await userEvent.type(screen.getByLabelText('销毁理由'), '工商登记已注销');
  await userEvent.click(screen.getByRole('button', { name: '提交审批' }));
}

describe('proposing a file for destruction', () => {
  it('shows the file once more, and sends ground and reason under a key of their own', async () => {
    const calls = fakeService({
      ...service,
      'POST /client-destructions': () => ({ status: 201, body: { id: 'd1' } }),
    });
    const { router } = await open();
    expect(await screen.findByRole('link', { name: '锦川机电' })).toHaveAttribute('href', '/records/c1');
    expect(screen.getByText('KH-20230314-0007')).toBeVisible();
    // The certificate outlives the file: nothing of it belongs into the reason.
    expect(screen.getByText(/请勿写入客户名称/)).toBeVisible();
    await fill();
    await waitFor(() => expect(router.state.location.pathname).toBe('/client-destructions/d1'));
    const sent = calls.filter(({ method }) => method === 'POST');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toEqual({ client_id: 'c1', ground: 'DISSOLVED', reason: '工商登记已注销' });
    expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('asks nothing about a file that is not there', async () => {
    fakeService({ 'GET /clients/c1': () => problem(404, 'NOT_FOUND') });
    await open();
    expect(await screen.findByText('没有找到')).toBeInTheDocument();
    expect(screen.queryByLabelText('销毁理由')).toBeNull();
    expect(screen.getByRole('link', { name: '选择其他档案' })).toBeInTheDocument();
  });

  it('asks which file where none was named', async () => {
    fakeService({ ...service, 'GET /clients': () => pageOf([client]) });
    const { router } = await open('/');
    expect(screen.queryByLabelText('销毁理由')).toBeNull();
    await userEvent.type(await screen.findByRole('combobox', { name: '选择要销毁的档案' }), '锦川');
    await userEvent.click(
      await screen.findByText('锦川机电 · KH-20230314-0007', { selector: '.ant-select-item-option *' }),
    );
    await waitFor(() => expect(router.state.location.href).toBe('/client-destructions/new?client_id=c1'));
  });

  it('says by which rule a fresh file is kept, with its figures', async () => {
    fakeService({
      ...service,
      'POST /client-destructions': () =>
        problem(409, 'DESTRUCTION_NOT_OUT_OF_DATE', {
          detail: '档案在 2026-11-20 仍有更新或往来，2024-11-29 以前的方为过时资料',
          clauses: [{ id: 'A-BOR-07', title: '过时档案销毁依据' }],
        }),
    });
    await open();
    await fill();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('2024-11-29 以前的方为过时资料');
    expect(
      within(alert).getByRole('link', { name: '依据 A-BOR-07《过时档案销毁依据》' }),
    ).toBeInTheDocument();
  });
});

describe('the register', () => {
  const list = (...permissions: string[]) =>
    fakeService({
      ...rights('client-destruction.read', ...permissions),
      'GET /me': () => ({ body: { id: 'p1', name: '杜欣怡', roles: [] } }),
      'GET /people/p1': () => ({ body: { id: 'p1', name: '杜欣怡' } }),
      'GET /views': () => ({ body: { items: [] } }),
      'GET /client-destructions': () =>
        pageOf([proposed, { ...certificate, id: 'd2', number: 'DS-20261101-0002' }]),
    });

  it('names what is there by its name, and what is gone by its number alone', async () => {
    const calls = list();
    await renderPage(DestructionListPage, { validateSearch: destructionSearch });
    expect(await screen.findByRole('row', { name: /DS-20261129-0001 审批中 .*锦川机电/ })).toBeVisible();
    const gone = screen.getByRole('row', { name: /DS-20261101-0002 已销毁 KH-20230314-0007/ });
    expect(within(gone).queryByText('锦川机电')).toBeNull();
    expect(screen.queryByRole('button', { name: '提请销毁' })).toBeNull();
    const mine = await screen.findByRole('button', { name: '我提请的' });
    await waitFor(() => expect(mine).toBeEnabled());
    await userEvent.click(mine);
    await waitFor(() =>
      expect(
        calls
          .filter(({ path }) => path === '/client-destructions')
          .at(-1)
          ?.query.get('requested_by'),
      ).toBe('p1'),
    );
  });

  it('of one file says its number in the filter, and offers a proposal to keepers', async () => {
    const calls = list('client-destruction.propose');
    await renderPage(DestructionListPage, { at: '/?client_id=c1', validateSearch: destructionSearch });
    expect(await screen.findByRole('button', { name: '档案 KH-20230314-0007' })).toBeVisible();
    expect(await screen.findByRole('button', { name: '提请销毁' })).toBeVisible();
    const asked = calls.find(({ path }) => path === '/client-destructions');
    expect(asked?.query.get('client_id')).toBe('c1');
  });
});
