import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf, problem, rights } from '@/shared/testing/service';
import { DisclosureCreatePage } from './disclosure-create-page';
import { DisclosureEditForm } from './disclosure-edit-page';
import { requested } from './testing/samples';

const pages = ['/client-disclosures', '/client-disclosures/$id'];
const service = {
  ...rights('client-disclosure.request'),
  'GET /clients': () => pageOf([{ id: 'c1', number: 'KH-1', name: '锦川机电' }]),
  'GET /clients/c1/attachments': () => pageOf([{ id: 'a1', file_name: '信息提供同意书.pdf' }]),
};

async function choose(name: string, word: string) {
  await userEvent.click(screen.getByRole('combobox', { name }));
  await userEvent.click(await screen.findByText(word, { selector: '.ant-select-item-option *' }));
}

async function chooseFile() {
  await userEvent.type(screen.getByRole('combobox', { name: '客户档案' }), '锦川');
  await userEvent.click(
    await screen.findByText('锦川机电 · KH-1', { selector: '.ant-select-item-option *' }),
  );
}
const send = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('asking to provide client information', () => {
  it('asks for the consent of each client that is chosen', async () => {
    const calls = fakeService(service);
    await renderPage(DisclosureCreatePage, { pages });
    await screen.findByRole('combobox', { name: '提供依据' });
    await chooseFile();
    const consent = await screen.findByRole('region', { name: '锦川机电 · KH-1：客户同意' });
    await send('提交审批');
    expect(await within(consent).findByText(/请输入同意人/)).toBeInTheDocument();
    expect(within(consent).getByRole('link', { name: '打开该客户的附件' })).toHaveAttribute(
      'href',
      '/clients/c1?tab=attachments',
    );
    expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('asks nobody where a law obliges, and for the law itself', async () => {
    const calls = fakeService({
      ...service,
      'POST /client-disclosures': () => ({ status: 201, body: { id: 'x1' } }),
    });
    const { router } = await renderPage(DisclosureCreatePage, { pages });
    await screen.findByRole('combobox', { name: '提供依据' });
    expect(screen.queryByLabelText('法律依据')).toBeNull();
    await choose('接收方类别', '司法行政机关');
    await choose('提供依据', '法定义务');
    await userEvent.type(screen.getByRole('textbox', { name: '接收方' }), '成都市公安局成华区分局');
    await userEvent.type(screen.getByRole('textbox', { name: '法律依据' }), '数据安全法第三十五条');
    await userEvent.type(screen.getByRole('textbox', { name: '用途' }), '配合调查取证');
    await userEvent.click(screen.getByRole('checkbox', { name: '基本信息' }));
    await chooseFile();
    expect(screen.queryByRole('region', { name: /客户同意/ })).toBeNull();
    await send('提交审批');
    await waitFor(() => expect(router.state.location.pathname).toBe('/client-disclosures/x1'));
    const [posted] = calls.filter(({ method }) => method === 'POST');
    expect(posted?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(posted?.body).toEqual({
      recipient_kind: 'AUTHORITY',
      recipient: '成都市公安局成华区分局',
      purpose: '配合调查取证',
      ground: 'LAW',
      legal_basis: '数据安全法第三十五条',
      sections: ['BASIC'],
      form: 'PAPER',
      files: [{ client_id: 'c1' }],
    });
  });

  it('names no recipient where it is the client', async () => {
    fakeService(service);
    await renderPage(DisclosureCreatePage, { pages });
    await screen.findByRole('textbox', { name: '接收方' });
    await choose('接收方类别', '客户本人');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '接收方' })).toBeNull());
    expect(screen.getByText('向客户本人提供时只选这一份档案。')).toBeVisible();
  });
});

describe('changing a request', () => {
  it('says that it is reviewed anew, and shows a refusal on the consent that it is about', async () => {
    const refusal = {
      pointer: '/files/0/consent/attachment_id',
      code: 'UNKNOWN_REFERENCE',
      detail: '所引用的记录不存在',
    };
    const calls = fakeService({
      ...service,
      'PATCH /client-disclosures/x1': () => problem(422, 'VALIDATION_FAILED', { errors: [refusal] }),
    });
    await renderPage(() => <DisclosureEditForm disclosure={requested} done={() => undefined} />);
    expect(await screen.findByRole('note')).toHaveTextContent('审批重新开始');
    const purpose = screen.getByRole('textbox', { name: '用途' });
    await userEvent.clear(purpose);
    await userEvent.type(purpose, '另一次投标');
    await send('保存');
    const consent = screen.getByRole('region', { name: '锦川机电 · KH-1：客户同意' });
    expect(await within(consent).findByText('所引用的记录不存在')).toBeInTheDocument();
    const [sent] = calls.filter(({ method }) => method === 'PATCH');
    expect(sent?.headers.get('If-Match')).toBe('"3"');
    expect(sent?.body).toMatchObject({ purpose: '另一次投标', files: [{ client_id: 'c1' }] });
  });
});
