import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService } from '@/shared/testing/service';
import { IncidentRecord } from './incident-page';
import type { Incident } from './queries';
import { concluded, may, reported } from './testing/samples';

const service = { 'GET /me': () => ({ body: { id: 'p1', name: '程涛', roles: [] } }) };
const records = { client: '/clients/$id', 'client-loan': '/client-loans/$id' };
const show = (one: Incident) => renderPage(() => <IncidentRecord incident={one} />, { records });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('an incident', () => {
  it('names the party and the superior, and leads to its files and its loan', async () => {
    fakeService(service);
    await show(reported);
    expect(screen.getByRole('heading', { level: 1, name: '泄密：程涛' })).toBeVisible();
    const parties = screen.getByRole('region', { name: '当事人与直接上级' });
    expect(within(parties).getByRole('heading', { name: '当事人 程涛' })).toBeVisible();
    expect(within(parties).getByRole('heading', { name: '直接上级 唐伟' })).toBeVisible();
    expect(parties).toHaveTextContent('名单系旧版');
    expect(screen.getByRole('link', { name: '锦川机电' })).toHaveAttribute('href', '/clients/c1');
    expect(screen.getByRole('link', { name: 'LN-20261119-0002' })).toHaveAttribute(
      'href',
      '/client-loans/l1',
    );
    expect(screen.queryByRole('region', { name: '结案' })).toBeNull();
  });

  it('says what followed for both, and what is done about it', async () => {
    fakeService(service);
    await show(concluded);
    const parties = screen.getByRole('region', { name: '当事人与直接上级' });
    expect(parties).toHaveTextContent(/罚款.*500\.00.*初犯/);
    expect(parties).toHaveTextContent(/警告.*监督不力/);
    expect(screen.getByRole('region', { name: '结案' })).toHaveTextContent('收回外传资料');
  });

  it('shows the statement that one goes on from, and hands it in on the version that was read', async () => {
    const calls = fakeService({
      ...service,
      'POST /client-incidents/i1/actions/state': () => ({ body: reported }),
    });
    await show({ ...reported, allowed_actions: may('state') });
    await press('提交申辩');
    const dialog = await screen.findByRole('dialog');
    const statement = await within(dialog).findByLabelText('申辩');
    await waitFor(() => expect(statement).toHaveValue('名单系旧版'));
    await userEvent.type(statement, '，当日已撤回');
    await userEvent.click(within(dialog).getByRole('button', { name: '提交申辩' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    const call = calls.find(({ method }) => method === 'POST');
    expect(call?.body).toEqual({ statement: '名单系旧版，当日已撤回' });
    expect(call?.headers.get('If-Match')).toBe('"3"');
  });
});

describe('the conclusion', () => {
  const choose = async (dialog: HTMLElement, label: string, option: string) => {
    await userEvent.click(within(dialog).getByRole('combobox', { name: label }));
    const list = await screen.findAllByText(option);
    await userEvent.click(list.at(-1) as HTMLElement);
  };

  it('asks for a reason where nothing follows, and for the responsibility of the superior', async () => {
    const calls = fakeService({
      ...service,
      'POST /client-incidents/i1/actions/conclude': () => ({ body: concluded }),
    });
    await show({ ...reported, allowed_actions: may('conclude') });
    await press('结案');
    const dialog = await screen.findByRole('dialog');
    await choose(dialog, '对程涛的处理', '不予处理');
    await choose(dialog, '唐伟的领导责任处理', '警告');
    await userEvent.type(within(dialog).getByLabelText('唐伟的领导责任'), '监督不力');
    await userEvent.type(within(dialog).getByLabelText('补救措施'), '收回资料');
    await userEvent.click(within(dialog).getByRole('button', { name: '结案' }));
    expect(await within(dialog).findByText(/对程涛的处理说明.*必填|请.*对程涛的处理说明/)).toBeVisible();
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.type(within(dialog).getByLabelText('对程涛的处理说明'), '查无实据');
    await userEvent.click(within(dialog).getByRole('button', { name: '结案' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
    const party = {
      person_id: 'p1',
      measure: 'NONE',
      fine: null,
      measure_note: '查无实据',
      leadership: 'WARNING',
      leadership_fine: null,
      leadership_note: '监督不力',
    };
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      parties: [party],
      remedy: '收回资料',
    });
  }, 20_000);
});
