import type { Approval, ApprovalRow, ApprovalStepShown, InboxTask, Task } from '../queries';

const requester = { id: 'p1', name: '袁鹏飞' };
const manager = { id: 'p2', name: '邓俊峰' };

const approvalRow = (id: string): ApprovalRow => ({
  id: `a${id}`,
  subject_kind: 'client-loan',
  subject_name: '客户档案借阅',
  subject_id: `l${id}`,
  label: `LN-${id}`,
  flow_code: 'client-loan',
  flow_version: 0,
  flow_name: '客户档案借阅',
  state: 'RUNNING',
  reason: null,
  requested_by: requester,
  started_at: '2026-11-24T01:00:00Z',
  ended_at: null,
  level: 0,
  version: 7,
});

export const task = (id: string, more: Partial<Task> = {}): Task => ({
  id: `t${id}`,
  step: 'department-head',
  step_name: '部门经理签字',
  person: manager,
  state: 'OPEN',
  origin: 'FLOW',
  counts: true,
  opened_at: '2026-11-24T01:00:00Z',
  due_at: '2026-11-25T01:00:00Z',
  overdue: false,
  version: 3,
  ...more,
});

const content = (id: string) =>
  ({
    kind: 'CONSULTATION',
    wanted: `西南片区客户 ${id}`,
    purpose: '编制年度销售计划',
    due_on: null,
  }) as unknown as InboxTask['content'];

export const inboxTask = (id: string, more: Partial<InboxTask> = {}): InboxTask => ({
  ...task(id),
  approval: approvalRow(id),
  content: content(id),
  content_hash: `hash-${id}`,
  on_behalf: false,
  ...more,
});

export const step = (key: string, more: Partial<ApprovalStepShown> = {}): ApprovalStepShown => ({
  key,
  name: key,
  approver: { by: 'SUPERIOR' },
  mode: 'ANY',
  together: false,
  standing: 'AHEAD',
  due_minutes: 480,
  excludes: [],
  clauses: [],
  tasks: [],
  ...more,
});

export const approval = (more: Partial<Approval> = {}): Approval => ({
  ...approvalRow('1'),
  content: content('1'),
  content_hash: 'hash-1',
  previous_id: null,
  changes: [],
  steps: [
    step('department-head', { name: '部门经理签字', standing: 'OPEN', tasks: [task('1')] }),
    step('customer-service', { name: '客户服务部核准' }),
  ],
  people: [],
  roles: [],
  repeated: [],
  history: [],
  my_task: 't1',
  allowed_actions: [],
  ...more,
});
