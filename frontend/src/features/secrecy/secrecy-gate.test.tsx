import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, problem } from '@/shared/testing/service';
import { SecrecyGate } from './secrecy-gate';

const undertaking = {
  text: '本人承诺对客户资料保密。',
  text_version: 2,
  valid_months: 12,
  standing: 'TEXT_CHANGED',
  required: true,
  name: '林晓梅',
  acknowledged_at: null,
  valid_until: null,
};

function Page() {
  return (
    <SecrecyGate>
      <h1>客户档案</h1>
      <input aria-label="企业名称" />
    </SecrecyGate>
  );
}

const present = () => screen.queryByRole('heading', { name: '客户档案' });

describe('the undertaking of secrecy', () => {
  it('stands in place of the page until it is signed by name', async () => {
    let standing = 'TEXT_CHANGED';
    const calls = fakeService({
      'GET /me/secrecy-undertaking': () => ({ body: { ...undertaking, standing } }),
      'POST /me/secrecy-acknowledgements': () => {
        standing = 'IN_FORCE';
        return { status: 201, body: {} };
      },
    });
    await renderPage(Page);
    expect(await screen.findByText('本人承诺对客户资料保密。')).toBeInTheDocument();
    expect(present()).toBeNull();
    expect(screen.getByRole('button', { name: '签署' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText('签名'), '林晓梅{Enter}');
    await waitFor(() => expect(present()).not.toBeNull());
    const signed = calls.find(({ method }) => method === 'POST');
    expect(signed?.body).toEqual({ text_version: 2, confirmation: '林晓梅' });
  });

  it('can be put off for other work and taken up again', async () => {
    fakeService({ 'GET /me/secrecy-undertaking': () => ({ body: undertaking }) });
    await renderPage(Page);
    await userEvent.click(await screen.findByRole('button', { name: '暂不签署，先处理其他工作' }));
    expect(present()).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '现在签署' }));
    expect(present()).toBeNull();
  });

  it('keeps what is being typed when the undertaking runs out in the middle of the day', async () => {
    let standing = 'IN_FORCE';
    fakeService({
      'GET /me/secrecy-undertaking': () => ({ body: { ...undertaking, standing } }),
      'POST /me/secrecy-acknowledgements': () => {
        standing = 'IN_FORCE';
        return { status: 201, body: {} };
      },
    });
    const { client } = await renderPage(Page);
    const undertakingRead = () => client.getQueryState(['secrecy-acknowledgement', 'undertaking'])?.data;
    await waitFor(() => expect(undertakingRead()).toBeDefined());
    await userEvent.type(await screen.findByLabelText('企业名称'), '苏州精工');
    standing = 'EXPIRED';
    await client.invalidateQueries();
    await userEvent.type(await screen.findByLabelText('签名'), '林晓梅');
    expect(present()).toBeNull();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(present()).not.toBeNull());
    expect(screen.getByLabelText('企业名称')).toHaveValue('苏州精工');
    expect(await screen.findByText('已签署保密承诺书')).toBeInTheDocument();
  });

  it('keeps what is being typed when somebody who put it off signs after all', async () => {
    fakeService({ 'GET /me/secrecy-undertaking': () => ({ body: undertaking }) });
    await renderPage(Page);
    await userEvent.click(await screen.findByRole('button', { name: '暂不签署，先处理其他工作' }));
    await userEvent.type(screen.getByLabelText('企业名称'), '苏州精工');
    await userEvent.click(screen.getByRole('button', { name: '现在签署' }));
    expect(present()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '暂不签署，先处理其他工作' }));
    expect(screen.getByLabelText('企业名称')).toHaveValue('苏州精工');
  });

  it('says why a signature was refused and stays', async () => {
    fakeService({
      'GET /me/secrecy-undertaking': () => ({ body: undertaking }),
      'POST /me/secrecy-acknowledgements': () => problem(409, 'SECRECY_TEXT_CHANGED'),
    });
    await renderPage(Page);
    await userEvent.type(await screen.findByLabelText('签名'), '林晓梅{Enter}');
    expect(await screen.findByText('保密承诺书已更新，请阅读现行文本后再签署')).toBeInTheDocument();
    expect(present()).toBeNull();
  });

  it('does not stand in the way of those who need not sign', async () => {
    const body = { ...undertaking, required: false, standing: 'MISSING' };
    fakeService({ 'GET /me/secrecy-undertaking': () => ({ body }) });
    await renderPage(Page);
    await waitFor(() => expect(present()).not.toBeNull());
  });
});
