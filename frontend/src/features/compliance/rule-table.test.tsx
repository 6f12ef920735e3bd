import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, rights } from '@/shared/testing/service';
import type { Asked, Line } from './queries';
import { RuleTable } from './rule-table';
import { figure, line } from './testing/samples';

const days: Asked = { from: '2026-11-01', to: '2026-11-29' };

function Table({ lines, asked }: { lines: Line[]; asked: Asked }) {
  const [open, setOpen] = useState<string>();
  return <RuleTable lines={lines} asked={asked} open={open} onOpen={setOpen} />;
}

const show = (lines: Line[], asked = days) => renderPage(() => <Table lines={lines} asked={asked} />);
const rowOf = (name: RegExp) => screen.getByRole('row', { name });

it('a figure leads to its list where one may read it, and nought leads nowhere', async () => {
  fakeService(rights('obligation.read'));
  await show([line('A-CLI-10', { due: 12, missed: 3, refused: 5, rate: 75 })]);
  const row = rowOf(/A-CLI-10/);
  expect(await within(row).findByRole('link', { name: /^12/ })).toHaveAttribute(
    'href',
    '/obligations?clause=A-CLI-10&of=due',
  );
  expect(within(row).getByRole('link', { name: /A-CLI-10 标题/ })).toHaveAttribute(
    'href',
    '/handbook/rules/A-CLI-10',
  );
  // Neither the trail, which this reader may not open, nor what is nought.
  expect(within(row).getAllByRole('link')).toHaveLength(3);
  expect(within(row).getByText('5')).toBeInTheDocument();
});

it('within a department the attempts refused are not listed: the trail is not kept by department', async () => {
  fakeService(rights('obligation.read', 'audit.read'));
  const lines = [line('A-BOR-02', { has_obligations: false, refused: 5 })];
  await show(lines);
  expect(await screen.findByRole('link', { name: /^5/ })).toHaveAttribute(
    'href',
    expect.stringMatching('^/audit'),
  );
  await show(lines, { ...days, department_id: 'd1' });
  expect(screen.getAllByRole('link', { name: /^5/ })).toHaveLength(1);
  expect(screen.queryByRole('button', { name: /A-BOR-02/ })).toBeNull();
});

it('a rule unfolds into its people; what is nobody’s is counted and not listed', async () => {
  const one = (count: number) => figure(count, `clause=A-CLI-10&person_id=p1&of=${count}`);
  const person = { due: one(4), in_time: one(1), late: one(0), missed: one(3), excused: one(0), rate: 25 };
  const calls = fakeService({
    ...rights('obligation.read'),
    'GET /compliance/people': () => ({
      body: {
        items: [
          { person: { id: 'p1', name: '程涛' }, ...person },
          { person: null, ...person },
        ],
      },
    }),
  });
  await show([line('A-CLI-10', { due: 8 })], { ...days, department_id: 'd1' });
  await userEvent.click(screen.getByRole('button', { name: /A-CLI-10/ }));
  const table = await screen.findByRole('table', { name: /A-CLI-10/ });
  expect(
    within(table)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(
    [4, 1, 3].map((count) => `/obligations?clause=A-CLI-10&person_id=p1&of=${count}&department_id=d1`),
  );
  expect(within(table).getByRole('row', { name: /未指定到人/ })).toHaveTextContent(/4/);
  const asked = calls.find(({ path }) => path === '/compliance/people')?.query;
  expect(Object.fromEntries(asked ?? [])).toEqual({ ...days, department_id: 'd1', clause: 'A-CLI-10' });
});
