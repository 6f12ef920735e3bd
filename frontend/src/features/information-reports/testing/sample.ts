import type { Report } from '../queries';

/** A report on one client that waits for customer service. */
export const sample: Report = {
  id: 'r1',
  number: 'IR-20261204-0001',
  period: '2026-12',
  person: { id: 'p1', name: '程涛' },
  department: { id: 'd1', name: '销售一部' },
  state: 'SUBMITTED',
  clients: 1,
  submitted_at: '2026-12-04T01:00:00Z',
  resubmitted_at: null,
  due_at: '2026-12-11T09:00:00Z',
  late: false,
  received_by: null,
  received_at: null,
  version: 1,
  summary: '拜访 12 户',
  discoveries: null,
  entries: [
    {
      client_id: 'c1',
      client_name: '锦川机电',
      client: { id: 'c1', name: '锦川机电' },
      competition: '两家同行竞价',
      changes: null,
      plan: null,
    },
  ],
  level: 1,
  receive_note: null,
  sent_back_by: null,
  sent_back_at: null,
  sent_back_reason: null,
  allowed_actions: [],
};
