import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { Course } from './course';
import { stagesOf } from './flow-picture';
import { step, task } from './testing/samples';

const steps = [
  step('head', {
    name: '部门经理签字',
    standing: 'DONE',
    clauses: [{ id: 'A-BOR-01', title: '客户档案查阅审批' }],
    tasks: [
      task('0', { counts: false, state: 'SENT_BACK', comment: '退回前的意见' }),
      task('1', { state: 'APPROVED', decided_at: '2026-11-24T02:00:00Z', comment: '同意查阅' }),
    ],
  }),
  step('service', {
    name: '客户服务部核准',
    standing: 'OPEN',
    mode: 'ALL',
    tasks: [
      task('2', { person: { id: 'p3', name: '沈慧敏' }, overdue: true }),
      task('3', { person: { id: 'p4', name: '周敏' }, origin: 'ESCALATED' }),
    ],
  }),
  step('finance', { name: '财务会签', together: true, excludes: ['head'] }),
  step('boss', { name: '总经理批准', approver: { by: 'ROLE', role: 'GENERAL_MANAGER' } }),
];

it('steps that open together are one stage, and the first begins one whatever it says', () => {
  expect(stagesOf(steps).map((stage) => stage.map(({ key }) => key))).toEqual([
    ['head'],
    ['service', 'finance'],
    ['boss'],
  ]);
  expect(stagesOf([{ together: true }, { together: true }])).toHaveLength(1);
});

it('a course shows who decided what, who has to, and what was sent back no more', async () => {
  await renderPage(() => (
    <Course steps={steps} people={[]} roles={[{ code: 'GENERAL_MANAGER', name: '总经理' }]} />
  ));
  const stages = within(screen.getByRole('list', { name: '审批流程' })).getAllByText(/同时进行/);
  expect(stages).toHaveLength(1);
  const head = screen.getByRole('article', { name: '部门经理签字' });
  expect(within(head).getByText('已完成')).toBeInTheDocument();
  expect(within(head).getByText('同意查阅')).toBeInTheDocument();
  expect(within(head).queryByText('退回前的意见')).toBeNull();
  expect(within(head).getByRole('link')).toHaveAttribute('href', '/handbook/rules/A-BOR-01');
  const service = screen.getByRole('article', { name: '客户服务部核准' });
  for (const said of ['沈慧敏', '已逾期', '周敏', '上级接办', '须全部同意', '8 小时工作时间内']) {
    expect(within(service).getByText(said)).toBeInTheDocument();
  }
  const finance = screen.getByRole('article', { name: '财务会签' });
  expect(within(finance).getByText('须与“部门经理签字”由不同的人审批')).toBeInTheDocument();
  expect(within(finance).getByText('尚未轮到')).toBeInTheDocument();
  // Whose turn it will be is known before it is.
  const boss = screen.getByRole('article', { name: '总经理批准' });
  expect(within(boss).getByText('角色：总经理')).toBeInTheDocument();
});
