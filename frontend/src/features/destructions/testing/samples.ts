import type { Destruction } from '../queries';

export const may = (...actions: string[]): Destruction['allowed_actions'] =>
  actions.map((action) => ({ action, enabled: true, reasons: [] }));

export const proposed: Destruction = {
  id: 'd1',
  number: 'DS-20261129-0001',
  client: { id: 'c1', number: 'KH-20230314-0007' },
  client_name: '锦川机电',
  ground: 'CEASED',
  reason: '两年以上无任何往来，经销售部确认不再合作',
  state: 'REQUESTED',
  requested_by: { id: 'p1', name: '杜欣怡' },
  requested_at: '2026-11-29T01:00:00Z',
  department: { id: 'd2', name: '客户服务部' },
  level: 1,
  version: 4,
  idle_since: '2024-03-02',
  files: [
    { id: 'c1', number: 'KH-20230314-0007' },
    { id: 'c2', number: 'KH-20230520-0011' },
  ],
  counts: [
    { kind: 'client', count: 2 },
    { kind: 'client_contact', count: 3 },
    { kind: 'client_information_report_entry', count: 1 },
  ],
  content_sha256: 'ab'.repeat(32),
  approval_id: 'a1',
  allowed_actions: [],
};

export const certificate: Destruction = {
  ...proposed,
  state: 'CARRIED_OUT',
  client_name: null,
  settled_by: { id: 'p2', name: '姜思涵' },
  settled_at: '2026-11-30T02:00:00Z',
  severed_entries: 17,
  cleared_at: null,
  version: 6,
};

const signed = (step: string, step_name: string, name: string, more: object = {}) => ({
  key: step,
  name: step_name,
  standing: 'DONE',
  tasks: [
    {
      id: `t-${step}`,
      step,
      step_name,
      person: { id: name, name },
      state: 'APPROVED',
      counts: true,
      origin: 'FLOW',
      overdue: false,
      opened_at: '2026-11-29T01:00:00Z',
      decided_at: '2026-11-29T03:00:00Z',
      version: 2,
      ...more,
    },
  ],
});

/** The three of the handbook (A-BOR-06); the first one was sent back once. */
export const approval = {
  id: 'a1',
  steps: [
    {
      ...signed('information-supervisor', '客户信息主管审批', '沈慧敏', { comment: '情况属实' }),
      tasks: [
        ...signed('information-supervisor', '客户信息主管审批', '已退回的人', { id: 't0', counts: false })
          .tasks,
        ...signed('information-supervisor', '客户信息主管审批', '沈慧敏', { comment: '情况属实' }).tasks,
      ],
    },
    signed('service-manager', '客户服务部经理审批', '周敏'),
    signed('general-manager', '总经理审批', '何建国'),
  ],
};
