import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, problem, rights } from '@/shared/testing/service';
import { FlowForm } from './flow-form';
import type { Definition, Subject } from './queries';

const step = (key: string, name: string, role: string): Definition['steps'][number] => ({
  key,
  name,
  approver: { by: 'ROLE', role },
  mode: 'ANY',
});
const definition: Definition = {
  name: '客户档案借阅',
  enabled: true,
  priority: 100,
  steps: [step('head', '部门经理签字', 'MANAGER'), step('service', '客户服务部核准', 'SUPERVISOR')],
};
const subjects: Subject[] = [{ kind: 'client-loan', name: '客户档案借阅', facts: [] }];
const roles = [
  { id: 'r1', code: 'MANAGER', name: '经理' },
  { id: 'r2', code: 'SUPERVISOR', name: '客户信息主管' },
];

it('steps are moved and added, and what the service refuses stands at its field wherever that is', async () => {
  const errors = [
    { pointer: '/definition/steps/0/approver/role', code: 'UNKNOWN_REFERENCE', detail: '没有此角色' },
    { pointer: '/effective_from', code: 'FLOW_DATE_PASSED', detail: '不得早于今日' },
  ].map((error) => ({ ...error, params: {} }));
  const calls = fakeService({
    ...rights('approval-flow.manage'),
    'GET /roles': () => ({ body: { items: roles } }),
    'POST /approval-flows': () => problem(422, 'VALIDATION_FAILED', { errors }),
  });
  const known = { code: 'client-loan', subject: 'client-loan', definition };
  await renderPage(() => (
    <FlowForm
      label="设定新版本"
      known={known}
      subjects={subjects}
      onDone={() => undefined}
      onCancel={() => undefined}
    />
  ));
  await userEvent.click(await screen.findByRole('button', { name: '下移“第 1 步：部门经理签字”' }));
  await screen.findByRole('heading', { name: '第 2 步：部门经理签字' });
  await userEvent.type(await screen.findByLabelText('生效日期'), '2026-11-01{Enter}');
  await userEvent.type(screen.getByLabelText('理由'), '调整顺序');
  await userEvent.click(screen.getByRole('button', { name: '设定新版本' }));
  await screen.findByText('没有此角色');
  const first = screen.getByRole('region', { name: '第 1 步：客户服务部核准' });
  expect(within(first).getByText('没有此角色')).toBeInTheDocument();
  expect(screen.getByText('不得早于今日')).toBeInTheDocument();
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
    code: 'client-loan',
    subject: 'client-loan',
    reason: '调整顺序',
    definition: {
      name: '客户档案借阅',
      steps: [
        { key: 'service', approver: { by: 'ROLE', role: 'SUPERVISOR', within: 'ANYWHERE' } },
        { key: 'head', approver: { by: 'ROLE', role: 'MANAGER' } },
      ],
    },
  });
  await userEvent.click(screen.getByRole('button', { name: '增加步骤' }));
  const added = await screen.findByRole('region', { name: '第 3 步' });
  expect(within(added).getByLabelText('步骤名称')).toHaveValue('');
  await userEvent.click(screen.getByRole('button', { name: '移除“第 3 步”' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: '第 3 步' })).toBeNull());
});
