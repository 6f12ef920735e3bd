import type { Obligation, ObligationRow } from '../queries';

export const row: ObligationRow = {
  id: 'o1',
  kind: 'client.verification',
  name: '客户档案核定',
  clauses: [{ id: 'A-CLI-10', title: '档案核定' }],
  subject_kind: 'client',
  subject: { id: 'c1', name: '锦川机电' },
  occasion: null,
  person: { id: 'p1', name: '程涛' },
  pool: null,
  department: { id: 'd1', name: '销售一部' },
  opened_at: '2026-11-02T01:00:00Z',
  due_at: '2026-11-10T10:00:00Z',
  due_on: '2026-11-10',
  state: 'OPEN',
  stage: 'ESCALATED',
  overdue: true,
  escalations: 1,
  settled_at: null,
  settled_by: null,
  late: false,
  reason: null,
  exception_id: null,
  version: 3,
};

export const obligation: Obligation = {
  ...row,
  source: 'RECORD_DATE',
  closed_by: ['verify_client', 'bulk_clients'],
  next_at: '2026-11-13T01:00:00Z',
  escalations_to: [{ step: 1, person: { id: 'p2', name: '唐伟' }, escalated_at: '2026-11-12T01:00:00Z' }],
  exceptions: [],
  allowed_actions: [{ action: 'request-exception', enabled: true, reasons: [] }],
};
