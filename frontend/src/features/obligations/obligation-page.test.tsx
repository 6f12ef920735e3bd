import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, problem } from '@/shared/testing/service';
import { placeToAct } from './act-place';
import { ObligationRecord } from './obligation-page';
import type { Obligation } from './queries';
import { obligation } from './testing/samples';

const me = { 'GET /me': () => ({ body: { id: 'p1', name: '程涛', roles: [] } }) };
const show = (one: Obligation) => renderPage(() => <ObligationRecord obligation={one} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('one obligation', () => {
  it('says from which rule it comes, what closes it and who was told', async () => {
    fakeService(me);
    await show(obligation);
    expect(screen.getByRole('link', { name: /A-CLI-10/ })).toBeInTheDocument();
    const closing = screen.getByRole('region', { name: '如何办结' });
    expect(closing).toHaveTextContent('不能手工关闭');
    // What is done to many at once is the same act.
    expect(within(closing).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByRole('region', { name: '上报记录' })).toHaveTextContent('唐伟 第 1 级上级');
  });

  it('leads to the record on which it is done', async () => {
    fakeService(me);
    const { router } = await show(obligation);
    await press('去办理');
    await screen.findByText('record page');
    expect(router.state.location.pathname).toBe('/records/c1');
  });

  it('names those who may where it is nobody’s in particular', async () => {
    fakeService({
      ...me,
      'GET /permissions': () => ({
        body: { items: [{ code: 'client.verify', description: '核定客户档案' }] },
      }),
    });
    await show({ ...obligation, person: null, pool: 'client.verify' });
    expect(await screen.findByText('有权核定客户档案的人员')).toBeInTheDocument();
  });
});

describe('asking for an exception', () => {
  const ask = async (dialog: HTMLElement) => {
    await userEvent.type(within(dialog).getByLabelText('豁免理由'), '客户停产检修');
    const until = await within(dialog).findByLabelText('豁免至');
    await userEvent.type(until, '2099-12-31{Enter}');
    await userEvent.click(within(dialog).getByRole('button', { name: '申请豁免' }));
  };

  it('sends the reason and the last day', async () => {
    const calls = fakeService({
      ...me,
      'POST /obligations/o1/exceptions': () => ({ status: 201, body: { id: 'e1' } }),
    });
    await show(obligation);
    await press('申请豁免');
    await ask(await screen.findByRole('dialog'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const posted = calls.find(({ method }) => method === 'POST');
    expect(posted?.body).toEqual({ reason: '客户停产检修', until: '2099-12-31' });
    expect(posted?.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('shows why the service refuses', async () => {
    fakeService({
      ...me,
      'POST /obligations/o1/exceptions': () =>
        problem(409, 'OBLIGATION_SETTLED', { detail: '该事项已办结，不能再申请豁免' }),
    });
    await show(obligation);
    await press('申请豁免');
    const dialog = await screen.findByRole('dialog');
    await ask(dialog);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('该事项已办结');
  });

  it('is not open to somebody else, and says so', async () => {
    fakeService(me);
    const reasons = [{ code: 'EXCEPTION_NOT_THEIRS', detail: '只有办理人可以申请', clauses: [], params: {} }];
    const allowed_actions = [{ action: 'request-exception', enabled: false, reasons }];
    await show({ ...obligation, allowed_actions } as Obligation);
    await press('申请豁免');
    expect(await screen.findByText('只有办理人可以申请')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it('what is done for oneself has a page of its own, and another’s is done by them', () => {
  const hrefOf = (type: string, id: string) => `/${type}/${id}`;
  const about = (kind: string) => ({ kind, subject_kind: 'person', subject: { id: 'p1', name: '程涛' } });
  expect(placeToAct(about('client.secrecy-renewal'), 'p1', hrefOf)).toBe('/me/secrecy');
  expect(placeToAct(about('client.information-report'), 'p1', hrefOf)).toBe(
    '/client-information-reports/new',
  );
  expect(placeToAct(about('client.information-report'), 'p2', hrefOf)).toBe('/person/p1');
});
