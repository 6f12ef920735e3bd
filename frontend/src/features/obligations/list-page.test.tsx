import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf } from '@/shared/testing/service';
import { ObligationListPage } from './list-page';
import { obligationSearch } from './search';
import { row } from './testing/samples';

const kinds = { items: [{ code: 'client.verification', name: '客户档案核定', clauses: [] }] };

function service(rows: unknown[] = [row]) {
  return fakeService({
    'GET /obligations': () => pageOf(rows),
    'GET /obligations/kinds': () => ({ body: kinds }),
    'GET /permissions': () => ({ body: { items: [] } }),
    'GET /people/p1': () => ({ body: { id: 'p1', name: '程涛' } }),
  });
}
const show = (at: string) => renderPage(ObligationListPage, { at, validateSearch: obligationSearch });
const asked = (calls: ReturnType<typeof fakeService>) =>
  calls.filter(({ path }) => path === '/obligations').at(-1)?.query;

it('begins with one’s own, and shows the record, the rule and how late it is', async () => {
  const calls = service();
  await show('/');
  expect(await screen.findByRole('link', { name: '客户档案核定' })).toHaveAttribute(
    'href',
    '/obligations/o1',
  );
  expect(screen.getByRole('link', { name: '锦川机电' })).toHaveAttribute('href', '/records/c1');
  expect(screen.getByRole('link', { name: /A-CLI-10/ })).toBeInTheDocument();
  expect(screen.getByText('已报 1 级')).toBeInTheDocument();
  expect(asked(calls)?.get('whose')).toBe('MINE');
});

it('asks for whose they are, and keeps the filters', async () => {
  const calls = service();
  await show('/?whose=MINE&overdue=true');
  await screen.findByRole('link', { name: '客户档案核定' });
  await userEvent.click(screen.getByText('我的团队'));
  await waitFor(() => expect(asked(calls)?.get('whose')).toBe('TEAM'));
  expect(asked(calls)?.get('overdue')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: '清除筛选' }));
  await waitFor(() => expect(asked(calls)?.has('overdue')).toBe(false));
  // Whose they are is no filter.
  expect(asked(calls)?.get('whose')).toBe('TEAM');
});

it('what has no control of its own is honoured, said and can be taken away', async () => {
  const calls = service();
  await show('/?state=FULFILLED&late=true&subject_id=c1&person_id=p1');
  const chip = await screen.findByRole('button', { name: '移除筛选“逾期办结”' });
  expect(asked(calls)?.get('late')).toBe('true');
  expect(asked(calls)?.get('subject_id')).toBe('c1');
  expect(asked(calls)?.get('person_id')).toBe('p1');
  // The record by its name, once a row has told it.
  const record = screen.getByRole('button', { name: '移除筛选“相关记录”' }).parentElement as HTMLElement;
  expect(await within(record).findByText('锦川机电')).toBeInTheDocument();
  await userEvent.click(chip);
  await waitFor(() => expect(asked(calls)?.has('late')).toBe(false));
});

it('where nothing is due, nothing is to be cleared', async () => {
  service([]);
  await show('/?whose=TEAM');
  expect(await screen.findByText('团队目前没有待办事项')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '清除筛选' })).toBeNull();
});
