import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { today } from '@/shared/format/date';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, rights } from '@/shared/testing/service';
import { DisclosureRecord } from './disclosure-page';
import type { Disclosure } from './queries';
import { may, requested } from './testing/samples';

const service = {
  ...rights('client-disclosure.read'),
  'GET /me': () => ({ body: { id: 'p9', name: '杜欣怡', roles: [] } }),
};
const show = (one: Disclosure) => renderPage(() => <DisclosureRecord disclosure={one} />);
const [file] = requested.files;
const withConsent = (more: object): Disclosure['files'] =>
  file?.consent ? [{ ...file, consent: { ...file.consent, ...more } }] : [];

describe('the record of a disclosure', () => {
  it('says what goes to whom, and on whose consent', async () => {
    fakeService(service);
    await show(requested);
    expect(screen.getByRole('heading', { level: 1, name: /四川天府物流有限公司/ })).toBeVisible();
    const asked = screen.getByRole('region', { name: '申请内容' });
    expect(asked).toHaveTextContent('基本信息、购买情况');
    const files = screen.getByRole('region', { name: '客户档案' });
    expect(files).toHaveTextContent('周建平，总经理');
    expect(files).toHaveTextContent('信息提供同意书.pdf');
    expect(within(files).queryByRole('button')).toBeNull();
  });

  it('keeps from the reader what is not theirs, and says so', async () => {
    fakeService(service);
    await show({ ...requested, files: withConsent({ given_by: null }), file_count: 4, destroyed_files: 1 });
    const files = screen.getByRole('region', { name: '客户档案' });
    expect(files).toHaveTextContent('无权查看个人信息');
    expect(files).toHaveTextContent('另有 2 份档案您无权查看。');
    expect(files).toHaveTextContent('其中 1 份档案已销毁，提供记录保留。');
  });

  it('is provided with what was handed over', async () => {
    const calls = fakeService({
      ...service,
      'POST /client-disclosures/x1/actions/provide': () => ({ body: requested }),
    });
    await show({
      ...requested,
      state: 'APPROVED',
      valid_until: '2026-12-29',
      allowed_actions: may('provide'),
    });
    await userEvent.click(screen.getByRole('button', { name: '登记提供' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('实际提供的内容'), '业绩证明一份');
    await userEvent.type(within(dialog).getByLabelText('接收人（姓名、职务）'), '李明，商务部经理');
    await userEvent.click(within(dialog).getByRole('button', { name: '登记提供' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/provide'))).toBe(true));
    const sent = calls.find(({ path }) => path.endsWith('/provide'));
    expect(sent?.headers.get('If-Match')).toBe('"3"');
    expect(sent?.body).toMatchObject({
      handed_over: '业绩证明一份',
      received_by: '李明，商务部经理',
      means: 'IN_PERSON',
      provided_on: today(),
    });
  });

  it('takes down that a client revoked their consent', async () => {
    const calls = fakeService({
      ...service,
      'POST /client-disclosures/x1/actions/revoke-consent': () => ({ body: requested }),
    });
    await show({ ...requested, files: withConsent({ revocable: true }) });
    await userEvent.click(screen.getByRole('button', { name: '登记撤回同意' }));
    const dialog = await screen.findByRole('dialog', { name: '登记 锦川机电 撤回同意' });
    expect(within(dialog).getByRole('note')).toHaveTextContent('都将失效');
    await userEvent.type(within(dialog).getByLabelText('撤回情况'), '客户来函');
    await userEvent.click(within(dialog).getByRole('button', { name: '登记撤回同意' }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/revoke-consent'))).toBe(true));
    const sent = calls.find(({ path }) => path.endsWith('/revoke-consent'));
    expect(sent?.body).toMatchObject({ client_id: 'c1', note: '客户来函' });
  });

  it('warns of a consent that was revoked after it was provided', async () => {
    fakeService(service);
    const revoked = {
      revoked_on: '2026-12-20',
      revoked_by: { id: 'p2', name: '沈慧敏' },
      revoke_note: '来函',
    };
    await show({ ...requested, state: 'PROVIDED', files: withConsent(revoked) });
    expect(screen.getByRole('note')).toHaveTextContent('请通知接收方停止使用');
    expect(screen.getByRole('region', { name: '客户档案' })).toHaveTextContent('沈慧敏');
  });

  it('has lapsed where it was not', async () => {
    fakeService(service);
    await show({ ...requested, state: 'LAPSED', files: withConsent({ revoked_on: '2026-12-20' }) });
    expect(screen.getByRole('note')).toHaveTextContent('申请失效，不得提供');
  });
});
