import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf } from '@/shared/testing/service';
import FilterEditor from '../data-table/filter-editor';
import type { ListState } from '../data-table/list-state';
import { PersonPicker } from './person-picker';

const people = [
  { id: 'p1', name: '程涛', status: 'ACTIVE', department: { id: 'd1', name: '销售部' } },
  { id: 'p2', name: '林晓梅', status: 'DISABLED', department: null },
];
const service = () =>
  fakeService({
    'GET /people': ({ query }) =>
      pageOf(people.filter(({ status }) => query.getAll('status').join().includes(status))),
  });
const open = async () => userEvent.click(await screen.findByRole('combobox', { name: '负责人' }));

it('a filter finds those who have left as well, marked as such', async () => {
  service();
  const state = { search: {}, setFilters: () => undefined } as unknown as ListState;
  await renderPage(() => (
    <FilterEditor
      id="owner_id"
      filter={{ kind: 'person', label: '负责人' }}
      state={state}
      onDone={() => undefined}
    />
  ));
  await open();
  expect(await screen.findByText('林晓梅（已停用）')).toBeInTheDocument();
  expect(screen.getByText('程涛 · 销售部')).toBeInTheDocument();
});

it('only those who can be given work are offered for it', async () => {
  service();
  await renderPage(() => <PersonPicker aria-label="负责人" />);
  await open();
  expect(await screen.findByText('程涛 · 销售部')).toBeInTheDocument();
  expect(screen.queryByText(/林晓梅/)).toBeNull();
});
